/**
 * Every query of the product is a named statement, written once, with the type of its rows.
 *
 * The name is the prepared statement's name, so that a connection parses and plans it once; a test collects what really
 * runs and explains it as the application role (DESIGN.md 9).
 */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Only for the compiler. */
  readonly row?: Row;
}

const names = new Set<string>();

export function statement<Row = never>(name: string, text: string): Statement<Row> {
  if (names.has(name)) throw new Error(`two statements are called ${name}`);
  if (name.length > 63) throw new Error(`the statement name ${name} is longer than PostgreSQL keeps`);
  names.add(name);
  return { name, text };
}
