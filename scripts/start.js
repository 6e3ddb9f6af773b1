/**
 * `npm start`: everything from a fresh clone to a running Cita. Arguments after `--` go to the server,
 * as in `npm start -- --empty`. In package.json it is `exec node …`, so that npm has this process itself below it and
 * not a shell that keeps signals to itself; where the shell has no `exec` (Windows), call `node scripts/start.js`.
 */
import { buildWeb } from "./steps/build-web.js";
import { installPackages } from "./steps/install.js";
import { runUnderNode26 } from "./steps/run-under-node-26.js";
import { main } from "./steps/step.js";

await main(async () => {
  await installPackages();
  await buildWeb();
  return runUnderNode26("src/processes/all.ts", process.argv.slice(2));
});
