import { posix } from "node:path";
import { codeWithoutComments } from "./code-without-comments.ts";
import { findings, isTest, type RepositoryFile } from "./repository.ts";

type Files = readonly RepositoryFile[];

const longest = 500;
const isCode = (path: string) => /\.(ts|tsx|js|css|sql)$/.test(path);
const isOurProgram = (path: string) => /^(src|scripts|bench|test)\/.*\.(ts|tsx|js)$/.test(path);

/** Generated files, texts in one language and samples are read by nobody from top to bottom. */
const mayBeLong = /\.generated\.|^src\/web\/i18n\/|\/fixtures\/|-texts(\/|\.)|^demo\//;

export function tooLongFiles(files: Files, exceptions: readonly string[]): string[] {
  return files
    .filter(({ path }) => isCode(path) && !mayBeLong.test(path) && !exceptions.includes(path))
    .filter(({ text }) => lineCount(text) > longest)
    .map(({ path, text }) => `${path}: ${lineCount(text)} lines, more than ${longest}: split it`);
}

/** An exception whose file became short enough, or went away, has to leave the list. */
export function needlessExceptions(files: Files, exceptions: readonly string[]): string[] {
  return exceptions.filter((path) => !files.some((file) => file.path === path && lineCount(file.text) > longest));
}

function lineCount(text: string): number {
  return text.trimEnd().split("\n").length;
}

// The words are put together here, so that this file does not find itself.
const unfinished = new RegExp(`\\b${"FIX"}${"ME"}\\b`, "g");
const machinePath = new RegExp(`(?<![\\w.~-])/(${["root", "work", "home/\\w+", "Users/\\w+"].join("|")})/`, "g");
const registryHost = new RegExp(
  `\\b(${["registry", "npmjs", "artifactory", "verdaccio"].join("|")})[\\w-]*\\.[\\w.-]*[a-z]{2}`,
  "g",
);

/** What one machine knows and a reader elsewhere does not, and what was left unfinished. */
export function leftovers(files: Files): string[] {
  return files.flatMap((file) => [
    ...findings(file, unfinished, "something is marked as unfinished"),
    ...findings(file, machinePath, "names a folder of one machine"),
    ...findings(file, registryHost, "names the host of a package registry"),
  ]);
}

const pathInText = /`((?:\.ci|bench|db|demo|docs|scripts|src|test)\/[\w./-]+)`/g;
const link = /\]\((?!\w+:|#)([^)\s#]+)(?:#[^)\s]*)?\)/g;

/** Paths between backticks and relative links in a document lead somewhere. */
export function deadPaths(files: Files, exists: (path: string) => boolean): string[] {
  return files
    .filter(({ path }) => path.endsWith(".md"))
    .flatMap((file) => {
      const folder = posix.dirname(file.path);
      const named = [...file.text.matchAll(pathInText)].map(([, path = ""]) => path);
      const linked = [...file.text.matchAll(link)].map(([, path = ""]) => posix.join(folder, path));
      return [...named, ...linked]
        .filter((path) => !exists(path))
        .map((path) => `${file.path}: ${path} does not exist`);
    });
}

const isSqlPlace = (path: string) => /^db\/.*\.sql$/.test(path) || (/^src\/.*\.ts$/.test(path) && !isTest(path));
const timeInSql =
  /\bat time zone\b|\bdate_trunc\s*\(|::\s*(date|time|timestamp)\b|\bcurrent_date\b|\blocaltimestamp\b/gi;
/** `select * into` fills a variable of the table's own row type in PL/pgSQL: nothing leaves the function by it. */
const allColumns = /\b(select|returning)\s+(distinct\s+)?(\w+\.)?\*(?!\s+into\b)/gi;

/** The server's Node alone turns instants into wall-clock times; PostgreSQL carries time-zone data of its own. */
export function timeConversionsInSql(files: Files): string[] {
  return inCode(files, isSqlPlace, timeInSql, "converts time in SQL; do it in src/domain/time");
}

export function unnamedColumns(files: Files): string[] {
  return inCode(files, isSqlPlace, allColumns, "name the columns");
}

const dateUse = /\bnew Date\b|\bDate\.(now|parse|UTC)\b/g;

export function uncontrolledSources(files: Files): string[] {
  const knowsDate = /^src\/(domain\/time|platform\/clock)\//;
  const knowsRandom = /^src\/platform\/ids\//;
  return [
    ...inCode(files, (path) => isOurProgram(path) && !knowsDate.test(path), dateUse, "Date: use Temporal"),
    ...inCode(
      files,
      (path) => isOurProgram(path) && !knowsRandom.test(path),
      /\bMath\.random\b/g,
      "use src/platform/ids",
    ),
  ];
}

function inCode(files: Files, where: (path: string) => boolean, pattern: RegExp, what: string): string[] {
  return files
    .filter(({ path }) => where(path))
    .flatMap((file) => findings(file, pattern, what, codeWithoutComments(file)));
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const migration = /^\d{4}_[a-z0-9_]+\.sql$/;
const saysNothing = /(^|[-./])(utils?|helpers?|manager|common|misc)([-./]|$)/;

export function badNames(files: Files): string[] {
  return files
    .filter(({ path }) => /^(src|test|scripts|bench|demo|db)\//.test(path))
    .filter(({ path }) => saysNothing.test(path) || !path.split("/").every(isWellNamed))
    .map(({ path }) => `${path}: name it in kebab-case after what it holds`);
}

function isWellNamed(part: string): boolean {
  return kebab.test(part) || migration.test(part) || part === "_kernel" || part === "README.md";
}
