import { spawn } from "node:child_process";
import { root } from "./root.js";

/**
 * Says what is being done, does it, and says how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function step(title, action) {
  const start = performance.now();
  console.log(`\n▸ ${title}`);
  try {
    const result = await action();
    console.log(`  done in ${seconds(start)}`);
    return result;
  } catch (error) {
    console.log(`  failed after ${seconds(start)}`);
    throw error;
  }
}

/** @param {number} start */
function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** What stopped a script, in words for the person who ran it: printed without a stack. */
export class ScriptFailure extends Error {}

/** A script that is told to stop tells the program that it waits for, and ends with it. */
export const passedOn = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a program in the checkout to its end, with its output shown as it comes.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env] added to the environment
 * @returns {Promise<number>} its exit code
 */
export function exitCodeOf(program, args, env = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of passedOn) process.on(signal, passOn);
    child.on("error", failed);
    child.on("exit", (code) => {
      for (const signal of passedOn) process.off(signal, passOn);
      done(code ?? 1);
    });
  });
}

/**
 * The same, for a program that must succeed.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
export async function run(program, args, env) {
  const code = await exitCodeOf(program, args, env);
  if (code !== 0) throw new ScriptFailure(`'${[program, ...args].join(" ")}' ended with code ${code}.`);
}

/**
 * Runs a script's main function; a failure that it explains itself is printed in its words.
 * @param {() => Promise<number | void>} script gives the exit code, 0 when it gives none
 */
export async function main(script) {
  try {
    process.exitCode = (await script()) ?? 0;
  } catch (error) {
    console.error(error instanceof ScriptFailure ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
