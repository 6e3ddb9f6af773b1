/** A text of the file as columns: `name_en`, `name_es`. A language that is missing stays empty; pages fill it in. */
export function textColumns(
  name: string,
  text: { readonly en?: string | undefined; readonly es?: string | undefined } | undefined,
): Record<string, string> {
  return { [`${name}_en`]: text?.en ?? "", [`${name}_es`]: text?.es ?? "" };
}
