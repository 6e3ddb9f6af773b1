/** Leaves out what is undefined: the contract's optional fields may be absent, not undefined. */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
