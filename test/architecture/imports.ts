import { posix } from "node:path";
import { codeWithoutComments } from "./code-without-comments.ts";
import type { RepositoryFile } from "./repository.ts";

/** One import or re-export. `target` is a path in the checkout for a relative one, otherwise the package's name. */
export type Import = { target: string; isRelative: boolean; isTypeOnly: boolean; index: number };

const statement = /^[ \t]*(import|export)\s+(type\s+)?([\w*${}\s,]*?)\s*from\s*["']([^"'\n]+)["']/gm;
const withoutNames = /^[ \t]*import\s*["']([^"'\n]+)["']|\bimport\s*\(\s*["']([^"'\n]+)["']/gm;

export function importsOf(file: RepositoryFile): Import[] {
  if (!/\.(ts|tsx|js)$/.test(file.path)) return [];
  const code = codeWithoutComments(file);
  const found: Import[] = [];
  for (const { index, 2: typeWord, 3: names = "", 4: specifier = "" } of code.matchAll(statement)) {
    found.push(resolve(file, specifier, typeWord !== undefined || namesOnlyTypes(names), index));
  }
  for (const { index, 1: forEffect, 2: dynamic = "" } of code.matchAll(withoutNames)) {
    found.push(resolve(file, forEffect ?? dynamic, false, index));
  }
  return found;
}

/** `{ type A, type B }` brings no code either. */
function namesOnlyTypes(names: string): boolean {
  const list = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  return list?.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type ")) ?? false;
}

function resolve(file: RepositoryFile, specifier: string, isTypeOnly: boolean, index: number): Import {
  const isRelative = specifier.startsWith(".");
  const target = isRelative
    ? posix.join(posix.dirname(file.path), specifier.replace(/\?.*$/, ""))
    : specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  return { target, isRelative, isTypeOnly, index };
}
