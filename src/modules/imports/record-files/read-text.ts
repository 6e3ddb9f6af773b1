/** The text of a file; null where it is not UTF-8, which would garble every name with an accent. */
export function readText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
