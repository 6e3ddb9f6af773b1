/**
 * Every query of the product is a named statement, written once, with the type of its rows.
 *
 * The name is the prepared statement's name, so that a connection parses and plans it once; the list of all statements
 * lets a test explain each of them as the application role (DESIGN.md 9).
 */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Only for the compiler. */
  readonly row?: Row;
}

const statements = new Map<string, Statement<unknown>>();

export function statement<Row = never>(name: string, text: string): Statement<Row> {
  if (statements.has(name)) throw new Error(`two statements are called ${name}`);
  if (name.length > 63) throw new Error(`the statement name ${name} is longer than PostgreSQL keeps`);
  const made: Statement<Row> = { name, text };
  statements.set(name, made);
  return made;
}

export function allStatements(): readonly Statement<unknown>[] {
  return [...statements.values()];
}
