/** A server in a process of its own: takes its stage over the channel to its parent, and ends when that closes. */
import { startProfile } from "../booking/spent-time.ts";
import { type StageDatabase, startApp } from "./start-app.ts";

export interface ServeMessage {
  readonly stage: StageDatabase;
  readonly isPublishing: boolean;
}

process.once("message", async ({ stage, isPublishing }: ServeMessage) => {
  const app = await startApp(stage, {
    isPublishing,
    addRoutes: (fastify) => {
      fastify.get("/bench/trivial", () => ({ ok: true }));
      // A floor and a gauge are asked for over HTTP like everything else, so that one channel is enough.
      let stopProfile: Awaited<ReturnType<typeof startProfile>> | null = null;
      fastify.post("/bench/profile", async () => {
        const spent = stopProfile === null ? {} : await stopProfile();
        stopProfile = stopProfile === null ? await startProfile() : null;
        return spent;
      });
    },
  });
  process.once("disconnect", () => {
    void app.stop().finally(() => process.exit(0));
  });
  process.send?.({ url: app.url });
});
