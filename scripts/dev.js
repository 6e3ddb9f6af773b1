/** `npm run dev`: server and web application, both built anew when a file changes. Reload the page to see it. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildWeb } from "./steps/build-web.js";
import { installPackages } from "./steps/install.js";
import { nodeProgram } from "./steps/node.js";
import { root } from "./steps/root.js";
import { runUnderNode26 } from "./steps/run-under-node-26.js";
import { main } from "./steps/step.js";

await main(async () => {
  await installPackages();
  await buildWeb();
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const web = spawn(nodeProgram(), [vite, "build", "--watch", "--logLevel", "warn"], { cwd: root, stdio: "inherit" });
  try {
    return await runUnderNode26("src/processes/all.ts", process.argv.slice(2), ["--watch"]);
  } finally {
    web.kill();
  }
});
