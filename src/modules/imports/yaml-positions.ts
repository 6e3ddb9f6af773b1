/** Leads from a path of the data back to the line and column where its author wrote it. */
import { type Document, isCollection, isMap, isNode, isPair, isScalar, type LineCounter } from "yaml";
import type { Path } from "./readable-part.ts";

export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where the value at `path` begins; for a field (`'name'`) where its name stands. What is not there is looked for at
 * the nearest thing around it that is: a missing telephone number of a provider leads to that provider.
 */
export function positionOf(document: Document, lines: LineCounter, path: Path, of: "value" | "name"): Position {
  const offset = (of === "name" ? nameOffset(document, path) : undefined) ?? valueOffset(document, path) ?? 0;
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function valueOffset(document: Document, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : nodeAt(document, path.slice(0, length));
    if (isNode(node) && node.range && !isEmptyValue(node)) return node.range[0];
    const name = nameOffset(document, path.slice(0, length));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** `phone:` with nothing behind it has a node, but it may lie on the next line. Its name is the better place. */
function isEmptyValue(node: unknown): boolean {
  return isScalar(node) && node.value === null;
}

function nodeAt(document: Document, path: Path): unknown {
  return isCollection(document.contents) ? document.contents.getIn(path, true) : undefined;
}

function nameOffset(document: Document, path: Path): number | undefined {
  const name = path.at(-1);
  const parent = path.length === 1 ? document.contents : nodeAt(document, path.slice(0, -1));
  if (name === undefined || !isMap(parent)) return undefined;
  for (const pair of parent.items) {
    if (isPair(pair) && isScalar(pair.key) && pair.key.value === name) return pair.key.range?.[0];
  }
  return undefined;
}
