/** A server in a process of its own: takes its stage over the channel to its parent, and ends when that closes. */
import { type StageDatabase, startApp } from "./start-app.ts";

process.once("message", async ({ stage, isPublishing }: { stage: StageDatabase; isPublishing: boolean }) => {
  const app = await startApp(stage, {
    isPublishing,
    addRoutes: (fastify) => fastify.get("/bench/trivial", () => ({ ok: true })),
  });
  process.once("disconnect", () => {
    void app.stop().finally(() => process.exit(0));
  });
  process.send?.({ url: app.url });
});
