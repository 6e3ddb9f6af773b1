/**
 * `npm start`: everything from a fresh clone to a running Cita. Arguments after `--` go to the server,
 * as in `npm start -- --empty`.
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
