/**
 * Live events of one organisation for every tab of the browser over one connection.
 *
 * HTTP/1.1 allows six connections per host, so tabs elect a leader: who holds the Web Lock keeps the stream and hands
 * events on by BroadcastChannel. When the leader closes, the next tab gets the lock. Without locks (a page without
 * TLS) every tab keeps a stream of its own.
 */
import type { LiveEvent } from "../../contract/routes/oversight.ts";
import { LiveStream } from "./live-stream.ts";
import { randomKey } from "./random-key.ts";
import { TopicBoard } from "./topics.ts";

type Note =
  | { readonly kind: "want"; readonly tab: string; readonly topics: readonly string[] }
  | { readonly kind: "who" }
  | { readonly kind: "event"; readonly event: LiveEvent };

export type Listener = { readonly topics: readonly string[]; readonly onEvent: (event: LiveEvent) => void };

const rollCallEvery = 30_000;
const rollCallLasts = 3000;

export class LiveHub {
  readonly #tab = randomKey();
  readonly #listeners = new Set<Listener>();
  readonly #channel: BroadcastChannel;
  readonly #board = new TopicBoard();
  readonly #stream: LiveStream;
  #leads = false;
  #present = new Set<string>();

  constructor(slug: string) {
    this.#stream = new LiveStream(slug, (event) => {
      this.#hear(event);
      this.#post({ kind: "event", event });
    });
    this.#channel = new BroadcastChannel(`cita-live-${slug}`);
    this.#channel.addEventListener("message", (message: MessageEvent<Note>) => this.#receive(message.data));
    addEventListener("pagehide", () => this.#post({ kind: "want", tab: this.#tab, topics: [] }));
    addEventListener("pageshow", () => this.#announce());
    if (navigator.locks === undefined) this.#lead();
    else void navigator.locks.request(`cita-live-${slug}`, () => new Promise<never>(() => this.#lead()));
  }

  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#announce();
    return () => {
      this.#listeners.delete(listener);
      this.#announce();
    };
  }

  #wanted(): string[] {
    return [...new Set([...this.#listeners].flatMap((listener) => listener.topics))].sort();
  }

  #announce(): void {
    const topics = this.#wanted();
    this.#post({ kind: "want", tab: this.#tab, topics });
    this.#board.want(this.#tab, topics);
    this.#follow();
  }

  #receive(note: Note): void {
    if (note.kind === "event") {
      if (!this.#leads) this.#hear(note.event);
    } else if (note.kind === "who") {
      this.#post({ kind: "want", tab: this.#tab, topics: this.#wanted() });
    } else if (navigator.locks !== undefined) {
      this.#present.add(note.tab);
      this.#board.want(note.tab, note.topics);
      this.#follow();
    }
  }

  #hear(event: LiveEvent): void {
    for (const listener of this.#listeners) {
      if (event.type === "ready" || listener.topics.includes(event.topic)) listener.onEvent(event);
    }
  }

  #lead(): void {
    this.#leads = true;
    this.#follow();
    this.#callRoll();
    setInterval(() => this.#callRoll(), rollCallEvery);
  }

  /** A tab that crashed says no goodbye; its topics are dropped when it misses the roll-call. */
  #callRoll(): void {
    this.#present = new Set([this.#tab]);
    this.#post({ kind: "who" });
    setTimeout(() => {
      this.#board.keepOnly(this.#present);
      this.#follow();
    }, rollCallLasts);
  }

  #follow(): void {
    if (this.#leads) this.#stream.listenTo(this.#board.union());
  }

  #post(note: Note): void {
    this.#channel.postMessage(note);
  }
}
