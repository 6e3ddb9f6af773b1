import { importsOf } from "./imports.ts";
import { finding, isTest, type RepositoryFile } from "./repository.ts";

type Edges = Record<string, readonly string[]>;

/** What each zone may import from the others; its own files are always allowed. Mirrors docs/ARCHITECTURE.md. */
const mayImport: Record<string, readonly RegExp[]> = {
  domain: [],
  contract: [/^src\/domain\//],
  platform: [],
  kernel: [/^src\/domain\/access\//, /^src\/contract\//, /^src\/platform\//],
  module: [/^src\/modules\/_kernel\//, /^src\/domain\//, /^src\/contract\//, /^src\/platform\//],
  interop: [/^src\/modules\/(_kernel\/|[^/]+\/index\.ts$)/, /^src\/domain\//, /^src\/contract\//, /^src\/platform\//],
  web: [/^src\/contract\//, /^src\/domain\//],
  processes: [
    /^src\/modules\/(_kernel\/|[^/]+\/index\.ts$)/,
    /^src\/interop\//,
    /^src\/domain\//,
    /^src\/contract\//,
    /^src\/platform\//,
  ],
};

/** Zones that must stay free of packages, but for these: the rules run anywhere, the contract only describes. */
const mayUsePackages: Record<string, readonly string[]> = { domain: [], contract: ["zod"] };

/** What the browser must not download or cannot run. */
const notInTheBrowser = /^(node:|zod$|pg$|fastify$|@fastify\/|pino$|libphonenumber-js$|yaml$|nodemailer$)/;

const testRooms = /^test\/(builders|setup)\//;

export function forbiddenImports(files: readonly RepositoryFile[], edges: Edges): string[] {
  return files
    .filter((file) => file.path.startsWith("src/"))
    .flatMap((file) =>
      importsOf(file).flatMap(({ target, isRelative, isTypeOnly, index }) => {
        const isFine = isRelative
          ? isAllowedFile(file.path, target, edges)
          : isAllowedPackage(file.path, target, isTypeOnly);
        return isFine ? [] : [finding(file, index, `may not import ${target}`)];
      }),
    );
}

function isAllowedFile(from: string, to: string, edges: Edges): boolean {
  if (isTest(from) && testRooms.test(to)) return true;
  const own = roomOf(from);
  if (roomOf(to) === own) return own !== "src/web" || isAllowedInWeb(from, to);
  const zone = zoneOf(own);
  if (mayImport[zone]?.some((pattern) => pattern.test(to))) return true;
  if (zone !== "module") return false;
  const other = /^src\/modules\/([^/]+)\/index\.ts$/.exec(to)?.[1];
  return other !== undefined && (edges[own.slice("src/modules/".length)]?.includes(other) ?? false);
}

function isAllowedPackage(from: string, name: string, isTypeOnly: boolean): boolean {
  if (isTest(from)) return true;
  const zone = zoneOf(roomOf(from));
  if (zone === "web") return isTypeOnly || !notInTheBrowser.test(name);
  return mayUsePackages[zone]?.includes(name) ?? true;
}

/** The folder whose files know each other: a zone, or one module. */
function roomOf(path: string): string {
  return path.split("/", path.startsWith("src/modules/") ? 3 : 2).join("/");
}

function zoneOf(room: string): string {
  if (room === "src/modules/_kernel") return "kernel";
  return room.startsWith("src/modules/") ? "module" : room.slice("src/".length);
}

/** `ui` knows neither features nor areas, features do not know each other or an area, the two areas stay apart. */
function isAllowedInWeb(from: string, to: string): boolean {
  const [, , part = "", name = ""] = from.split("/");
  const [, , otherPart = "", otherName = ""] = to.split("/");
  const areas = ["portal", "staff", "help"];
  if (part === "ui") return otherPart !== "features" && !areas.includes(otherPart);
  if (part === "features") return !areas.includes(otherPart) && (otherPart !== "features" || otherName === name);
  if (areas.includes(part)) return !areas.includes(otherPart) || otherPart === part;
  return true;
}

/** Circles among the modules, each as `a → b → a`, whether an import or only the list of edges makes them. */
export function moduleCircles(edges: Edges): string[] {
  const circles: string[] = [];
  const finished = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const start = path.indexOf(name);
    if (start >= 0) circles.push([...path.slice(start), name].join(" → "));
    if (start >= 0 || finished.has(name)) return;
    for (const next of edges[name] ?? []) visit(next, [...path, name]);
    finished.add(name);
  };
  for (const name of Object.keys(edges)) visit(name, []);
  return circles;
}

/**
 * The web takes types from the contract, and values only from files of it that do not bring the schema library
 * along: it would be downloaded by every patient (24 kB).
 */
export function schemasInTheBrowser(files: readonly RepositoryFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reachesSchemas = (path: string, seen: Set<string>): boolean => {
    const file = byPath.get(path);
    if (file === undefined || seen.has(path)) return false;
    seen.add(path);
    return importsOf(file).some(
      ({ target, isTypeOnly }) => !isTypeOnly && (target === "zod" || reachesSchemas(target, seen)),
    );
  };
  return files
    .filter((file) => file.path.startsWith("src/web/") && !isTest(file.path))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target, isTypeOnly }) => !isTypeOnly && /^src\/(contract|domain)\//.test(target))
        .filter(({ target }) => reachesSchemas(target, new Set()))
        .map(({ target, index }) => finding(file, index, `brings the schema library along by ${target}: import type`)),
    );
}
