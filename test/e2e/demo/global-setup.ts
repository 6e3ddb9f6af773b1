import type { TestProject } from "vitest/node";
import { startDemo } from "./start-demo.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The running demo that all journeys share. */
    demo: { url: string; dataDir: string };
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const demo = await startDemo();
  project.provide("demo", { url: demo.url, dataDir: demo.dataDir });
  return demo.stop;
}
