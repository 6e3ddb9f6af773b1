import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { nodeProgram } from "./node.js";
import { root } from "./root.js";
import { passedOn } from "./step.js";

/**
 * Runs one of our TypeScript programs under Node 26 until it ends, in the caller's folder, with these arguments.
 *
 * Signals are passed on; on Ctrl-C the terminal has sent one to the program as well, so a program has to take
 * the second one calmly. The program also has a channel to us: it closes when we are killed, and the program
 * hears 'disconnect' and can stop. When npm is killed above us we notice that our parent changed.
 *
 * @param {string} file relative to the checkout
 * @param {string[]} args
 * @param {string[]} [nodeOptions]
 * @returns {Promise<number>} the exit code
 */
export function runUnderNode26(file, args, nodeOptions = []) {
  return new Promise((done, failed) => {
    const child = spawn(nodeProgram(), [...nodeOptions, join(root, file), ...args], {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
    });
    for (const signal of passedOn) process.on(signal, () => child.kill(signal));
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && child.connected && child.disconnect(), 500);
    child.on("error", failed);
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      done(code ?? 128 + (constants.signals[signal ?? "SIGTERM"] ?? 0));
    });
  });
}
