/** `npm run bench`: the benchmarks, each figure beside its floors. */
import { buildWeb } from "./steps/build-web.js";
import { installPackages } from "./steps/install.js";
import { runUnderNode26 } from "./steps/run-under-node-26.js";
import { main } from "./steps/step.js";

await main(async () => {
  await installPackages();
  await buildWeb();
  return runUnderNode26("bench/run.ts", process.argv.slice(2));
});
