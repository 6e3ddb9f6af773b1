import type { RepositoryFile } from "./repository.ts";

/**
 * The text with every comment blanked out and every line break kept, so that a comment may speak of what the
 * code may not do and line numbers stay right. A scanner of strings and comments, not a parser: a quotation mark
 * inside a regular expression can mislead it up to the end of the line, which is good enough for these rules.
 */
export function codeWithoutComments(file: RepositoryFile): string {
  if (file.path.endsWith(".sql")) return file.text.replaceAll(/--.*|\/\*[\s\S]*?\*\//g, blank);
  if (!/\.(ts|tsx|js)$/.test(file.path)) return file.text;
  return file.text.replaceAll(stringOrComment, (found) => (found.startsWith("/") ? blank(found) : found));
}

const stringOrComment =
  /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[\s\S])*`?|\/\/.*|\/\*[\s\S]*?\*\/|\/(?![/*\s])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*(?=[.,;)\s\]])/g;

function blank(comment: string): string {
  return /^\/(?![/*])/.test(comment) ? comment : comment.replaceAll(/[^\n]/g, " ");
}
