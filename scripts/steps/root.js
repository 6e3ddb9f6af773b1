import { fileURLToPath } from "node:url";

/** The folder of the checkout; every path in these scripts starts here, wherever they are called from. */
export const root = fileURLToPath(new URL("../../", import.meta.url));
