import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A text file of the checkout: path from its root with forward slashes, and content. */
export type RepositoryFile = { path: string; text: string };

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Made by tools or by running Cita: nobody wrote it, nobody commits it. */
const notOurs = new Set(["node_modules", "build", ".git", ".cita", "coverage"]);
const textEndings = /(\.(ts|tsx|js|json|css|html|sql|md|yaml|yml|csv|svg|txt)|\/(run|LICENSE|\.npmrc|\.gitignore))$/;

let read: RepositoryFile[] | undefined;

/** Every text file of the checkout, read once per run. */
export function repositoryFiles(): RepositoryFile[] {
  read ??= pathsUnder("").map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  return read;
}

function pathsUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : pathsUnder(path);
    return textEndings.test(`/${path}`) ? [path] : [];
  });
}

/** One finding, as `path:line: what is wrong`, so that an editor can jump to it. */
export function finding(file: RepositoryFile, index: number, what: string): string {
  const line = file.text.slice(0, index).split("\n").length;
  return `${file.path}:${line}: ${what}`;
}

/** Every place where a pattern occurs in a text of the same length as the file's (the file itself, or its code). */
export function findings(file: RepositoryFile, pattern: RegExp, what: string, text = file.text): string[] {
  return [...text.matchAll(pattern)].map((match) => finding(file, match.index, what));
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}
