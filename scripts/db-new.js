/** `npm run db:new -- add-waitlist`: an empty migration with the next number. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./steps/root.js";
import { main, ScriptFailure } from "./steps/step.js";

const folder = join(root, "db", "migrations");

await main(async () => {
  const name = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new ScriptFailure("Name the migration in kebab-case: npm run db:new -- add-waitlist");
  }
  const last = readdirSync(folder).reduce((highest, file) => Math.max(highest, Number.parseInt(file, 10) || 0), 0);
  const path = join(folder, `${String(last + 1).padStart(4, "0")}_${name.replaceAll("-", "_")}.sql`);
  writeFileSync(
    path,
    `-- Why: …\n-- Can the previous release run against it: …\n-- (Every key and constraint of a tenant table starts with org_id; forced row-level security.)\n`,
    { flag: "wx" },
  );
  console.log(path);
});
