import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryFiles, root } from "./repository.ts";
import {
  badNames,
  deadPaths,
  leftovers,
  needlessExceptions,
  timeConversionsInSql,
  tooLongFiles,
  uncontrolledSources,
  unnamedColumns,
} from "./text-rules.ts";

/** Files that are longer than 500 lines. This list may only get shorter. */
const longFiles: string[] = [];

const one = (path: string, text: string) => [{ path, text }];
const repository = repositoryFiles();

describe("length", () => {
  it("stays within 500 lines a file", () => {
    expect(tooLongFiles(repository, longFiles)).toEqual([]);
    expect(needlessExceptions(repository, longFiles)).toEqual([]);
  });

  it("catches a longer file, and an exception that is not needed any more", () => {
    expect(tooLongFiles(one("src/domain/a.ts", "x;\n".repeat(501)), [])).toHaveLength(1);
    expect(tooLongFiles(one("src/domain/a.ts", "x;\n".repeat(501)), ["src/domain/a.ts"])).toEqual([]);
    expect(needlessExceptions(one("src/domain/a.ts", "x;\n"), ["src/domain/a.ts"])).toEqual(["src/domain/a.ts"]);
  });
});

describe("leftovers", () => {
  it("are nowhere: no machine's folder, no registry's host, nothing marked as unfinished", () => {
    expect(leftovers(repository)).toEqual([]);
  });

  it.each([
    `see /${"home"}/ana/cita`,
    `open("/${"root"}/x")`,
    `"resolved": "https://${"registry"}.example.org/a"`,
    `// ${"FIX"}ME later`,
  ])("catches %s", (text) => {
    expect(leftovers(one("docs/a.md", text))).toHaveLength(1);
  });
});

describe("documents", () => {
  it("name only paths that exist", () => {
    expect(deadPaths(repository, (path) => existsSync(join(root, path)))).toEqual([]);
  });

  it("are caught when they do not", () => {
    const text = "See `src/domain/gone.ts` and [the other](../gone.md), not [this](https://example.org).";
    const exists = (path: string) => path !== "src/domain/gone.ts" && path !== "gone.md";
    expect(deadPaths(one("docs/a.md", text), exists)).toHaveLength(2);
  });
});

describe("SQL", () => {
  it("converts no time", () => {
    expect(timeConversionsInSql(repository)).toEqual([]);
  });

  it.each(["starts_at AT TIME ZONE 'UTC'", "date_trunc('day', at)", "starts_at::date", "current_date"])(
    "is caught converting time: %s",
    (sql) => {
      expect(timeConversionsInSql(one("db/migrations/0001_a.sql", `select ${sql};`))).toHaveLength(1);
      expect(timeConversionsInSql(one("src/modules/a/b.ts", `query(\`select ${sql}\`);`))).toHaveLength(1);
      expect(timeConversionsInSql(one("db/migrations/0001_a.sql", `-- never ${sql}`))).toEqual([]);
    },
  );

  it("names its columns", () => {
    expect(unnamedColumns(repository)).toEqual([]);
  });

  it.each(["select * from a", "SELECT  a.* from a", "insert into a values (1) returning *"])(
    "is caught when it does not: %s",
    (sql) => {
      expect(unnamedColumns(one("src/modules/a/b.ts", `query("${sql}");`))).toHaveLength(1);
    },
  );

  it("may count rows", () => {
    expect(unnamedColumns(one("src/modules/a/b.ts", 'query("select count(*) from a");'))).toEqual([]);
  });
});

describe("clock and chance", () => {
  it("come from one place each", () => {
    expect(uncontrolledSources(repository)).toEqual([]);
  });

  it.each([`new ${"Date"}()`, `${"Date"}.now()`, `${"Math"}.random()`])("catches %s elsewhere", (code) => {
    expect(uncontrolledSources(one("src/modules/a/b.ts", `const x = ${code};`))).toHaveLength(1);
    expect(uncontrolledSources(one("src/modules/a/b.ts", `// never ${code}`))).toEqual([]);
  });
});

describe("names", () => {
  it("are kebab-case and say what is inside", () => {
    expect(badNames(repository)).toEqual([]);
  });

  it.each(["src/domain/time/localTime.ts", "src/domain/date-utils.ts", "src/modules/common/a.ts", "test/E2E/a.ts"])(
    "catches %s",
    (path) => {
      expect(badNames(one(path, ""))).toHaveLength(1);
    },
  );
});
