/**
 * Answers that the server has put into the page, so that the start page is drawn without waiting for a second request.
 *
 * They stand in `<script type="application/json" id="page-data">` as `[{ name, params, query, answer }]`, named like the
 * routes that would have been asked. Only public answers travel this way.
 */
import type { QueryClient } from "@tanstack/react-query";

interface PageAnswer {
  readonly name: string;
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly answer: unknown;
}

export function seedFromPage(cache: QueryClient): void {
  const text = document.getElementById("page-data")?.textContent;
  if (!text) return;
  for (const { name, params, query, answer } of JSON.parse(text) as PageAnswer[]) {
    cache.setQueryData([name, params ?? null, query ?? null], answer);
  }
}
