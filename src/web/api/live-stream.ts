/**
 * One server-sent event stream over a set of topics that may change while it runs.
 *
 * When the topics change, the new stream is opened first and the old one closed once the new one is ready: nothing
 * falls between the two; what comes twice does no harm, because events only say 'read this again'.
 */
import type { LiveEvent } from "../../contract/routes/oversight.ts";
import { apiRoot } from "./call.ts";

/** The server refuses a stream with more. */
const topicsAtMost = 20;
const longestPause = 30_000;
const names = ["message", "ready", "reload", "changed"];

export class LiveStream {
  readonly #slug: string;
  readonly #deliver: (event: LiveEvent) => void;
  #topics: string[] = [];
  #source: EventSource | null = null;
  #pause = 1000;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(slug: string, deliver: (event: LiveEvent) => void) {
    this.#slug = slug;
    this.#deliver = deliver;
  }

  listenTo(wanted: string[]): void {
    const topics = wanted.slice(0, topicsAtMost);
    if (topics.join() === this.#topics.join()) return;
    this.#topics = topics;
    this.#open();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    this.#topics = [];
  }

  #open(): void {
    clearTimeout(this.#timer);
    const before = this.#source;
    if (this.#topics.length === 0) {
      before?.close();
      this.#source = null;
      return;
    }
    const query = this.#topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join("&");
    const source = new EventSource(`${apiRoot}/organisations/${this.#slug}/live?${query}`);
    this.#source = source;
    const receive = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as LiveEvent;
      if (event.type === "ready") {
        this.#pause = 1000;
        if (before !== source) before?.close();
      }
      this.#deliver(event);
    };
    for (const name of names) source.addEventListener(name, receive);
    source.addEventListener("error", () => {
      before?.close();
      if (source.readyState === EventSource.CLOSED && this.#source === source) this.#openLater();
    });
  }

  /** The browser gives up after a refusal; we try again, more and more slowly, and say that events may be missing. */
  #openLater(): void {
    this.#timer = setTimeout(() => {
      this.#open();
      for (const topic of this.#topics) this.#deliver({ type: "reload", topic });
    }, this.#pause);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }
}
