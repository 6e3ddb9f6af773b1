/**
 * Who wants to hear what: each open tab names its topics, the stream carries the union.
 *
 * Example: tab A wants `own`, tab B `own` and `availability:1`. The stream asks for both topics once; when B closes,
 * only `own` is left.
 */
export class TopicBoard {
  readonly #byTab = new Map<string, readonly string[]>();

  want(tab: string, topics: readonly string[]): void {
    if (topics.length === 0) this.#byTab.delete(tab);
    else this.#byTab.set(tab, topics);
  }

  /** Forgets the tabs that did not answer the last roll-call. */
  keepOnly(tabs: ReadonlySet<string>): void {
    for (const tab of this.#byTab.keys()) {
      if (!tabs.has(tab)) this.#byTab.delete(tab);
    }
  }

  union(): string[] {
    return [...new Set([...this.#byTab.values()].flat())].sort();
  }
}
