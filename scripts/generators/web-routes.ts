/**
 * Writes what the browser must know of each route: method, path and whether the write takes a key or a version.
 *
 * The contract itself holds schemas, which the patients' portal must not download; the types of requests and answers
 * come from the contract without any of its code.
 */
import { contract } from "../../src/contract/index.ts";

export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

export function generate(): Promise<GeneratedFile[]> {
  const lines = Object.entries(contract).map(([name, route]) => {
    const { method, path, idempotent, versioned } = route;
    const oneLine = `  "${name}": { method: "${method}", path: "${path}", idempotent: ${idempotent}, versioned: ${versioned} },`;
    if (oneLine.length <= 120) return oneLine;
    return [
      `  "${name}": {`,
      `    method: "${method}",`,
      `    path: "${path}",`,
      `    idempotent: ${idempotent},`,
      `    versioned: ${versioned},`,
      "  },",
    ].join("\n");
  });
  const content = [
    "// Made from src/contract by scripts/generators/web-routes.ts; `npm run generate` writes it anew.",
    'import type { RouteName } from "../../contract/index.ts";',
    'import type { WebRoute } from "./web-route.ts";',
    "",
    "export const routes = {",
    ...lines,
    "} as const satisfies Record<RouteName, WebRoute>;",
    "",
  ].join("\n");
  return Promise.resolve([{ path: "src/web/api/routes.generated.ts", content }]);
}
