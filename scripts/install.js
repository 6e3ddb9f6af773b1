/** Installs the packages when they are missing or out of date; what `.ci/run` starts with. */
import { installPackages } from "./steps/install.js";
import { main } from "./steps/step.js";

await main(installPackages);
