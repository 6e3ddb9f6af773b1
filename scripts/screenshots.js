/** `npm run screenshots`: pictures of the main pages, from a running demo. */
import { buildWeb } from "./steps/build-web.js";
import { chromium } from "./steps/chromium.js";
import { installPackages } from "./steps/install.js";
import { runUnderNode26 } from "./steps/run-under-node-26.js";
import { main } from "./steps/step.js";

await main(async () => {
  await installPackages();
  process.env.CITA_CHROMIUM = await chromium();
  await buildWeb();
  return runUnderNode26("scripts/screenshots.ts", process.argv.slice(2));
});
