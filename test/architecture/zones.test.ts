import { describe, expect, it } from "vitest";
import { edges } from "./edges.ts";
import { repositoryFiles } from "./repository.ts";
import { forbiddenImports, moduleCircles, schemasInTheBrowser } from "./zones.ts";

const one = (path: string, text: string) => [{ path, text }];

describe("zones", () => {
  it("hold in the whole repository", () => {
    expect(forbiddenImports(repositoryFiles(), edges)).toEqual([]);
  });

  it.each([
    ["src/domain/time/zone.ts", 'import { x } from "../../contract/values.ts";'],
    ["src/domain/time/zone.ts", 'import { readFile } from "node:fs";'],
    ["src/domain/time/zone.ts", 'export * from "luxon";'],
    ["src/contract/values.ts", 'import { x } from "../platform/ids/id.ts";'],
    ["src/platform/db/pool.ts", 'import type { X } from "../../domain/time/zone.ts";'],
    ["src/modules/_kernel/command.ts", 'import { x } from "../booking/index.ts";'],
    ["src/modules/_kernel/command.ts", 'import { x } from "../../domain/time/index.ts";'],
    ["src/modules/booking/routes.ts", 'import { x } from "../patients/queries/patient.ts";'],
    ["src/modules/booking/routes.ts", 'import { x } from "../notifications/index.ts";'],
    ["src/modules/booking/routes.ts", 'import {\n  a,\n  type B,\n} from "../../processes/all.ts";'],
    ["src/processes/all.ts", 'import { x } from "../modules/booking/routes.ts";'],
    ["src/web/portal/main.tsx", 'import { x } from "../../modules/booking/index.ts";'],
    ["src/web/portal/main.tsx", 'const page = await import("../staff/page.tsx");'],
    ["src/web/portal/main.tsx", 'import { z } from "zod";'],
    ["src/web/ui/button.tsx", 'import { x } from "../features/booking/x.ts";'],
    ["src/web/features/booking/x.ts", 'import "../patients/x.ts";'],
  ])("refuse, in %s: %s", (path, text) => {
    expect(forbiddenImports(one(path, text), { booking: ["patients"] })).toHaveLength(1);
  });

  it.each([
    ["src/modules/booking/routes.ts", 'import { x } from "../patients/index.ts";'],
    ["src/modules/booking/routes.ts", 'import { x } from "../_kernel/command.ts";'],
    ["src/modules/booking/x.db.test.ts", 'import { x } from "../../../test/setup/database.ts";'],
    ["src/web/ui/button.tsx", 'import styles from "./button.module.css";'],
    ["src/web/portal/main.tsx", 'import type { z } from "zod";'],
    ["src/domain/time/zone.ts", '// import { x } from "../../contract/values.ts";'],
  ])("allow, in %s: %s", (path, text) => {
    expect(forbiddenImports(one(path, text), { booking: ["patients"] })).toEqual([]);
  });
});

describe("modules", () => {
  it("have no circle among their edges", () => {
    expect(moduleCircles(edges)).toEqual([]);
  });

  it("are found when they do have one", () => {
    expect(moduleCircles({ a: ["b"], b: ["c"], c: ["b"] })).toEqual(["b → c → b"]);
  });
});

describe("the browser", () => {
  it("never downloads the schema library", () => {
    expect(schemasInTheBrowser(repositoryFiles())).toEqual([]);
  });

  it("is protected from it through several files", () => {
    const files = [
      { path: "src/web/api/call.ts", text: 'import { x } from "../../contract/index.ts";' },
      { path: "src/web/api/fine.ts", text: 'import type { X } from "../../contract/index.ts";' },
      { path: "src/contract/index.ts", text: 'export { x } from "./values.ts";' },
      { path: "src/contract/values.ts", text: 'import { z } from "zod";' },
    ];
    expect(schemasInTheBrowser(files)).toEqual([expect.stringContaining("src/web/api/call.ts:1")]);
  });
});
