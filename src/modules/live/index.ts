export { type LiveOptions, registerLive } from "./live-stream.ts";
