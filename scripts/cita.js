#!/usr/bin/env node
/** `npm run cita -- …`: the command line, as in `npm run cita -- audit verify`. */
import { installPackages } from "./steps/install.js";
import { runUnderNode26 } from "./steps/run-under-node-26.js";
import { main } from "./steps/step.js";

await main(async () => {
  await installPackages();
  return runUnderNode26("src/processes/cita.ts", process.argv.slice(2));
});
