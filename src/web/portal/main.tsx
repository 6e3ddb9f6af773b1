import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "../api/index.ts";
import { ensureTemporal } from "../i18n/dates.ts";
import { startLanguage } from "../i18n/language.ts";
import "../ui/tokens/tokens.css";
import "../ui/portal/base.css";
import { seedFromPage } from "./page-data.ts";
import { createPortalRouter } from "./router.tsx";
import { meKey, meQuery } from "./session/me-query.ts";

/** A session that ended is noticed by whichever request met it first; the header follows at once. */
const cache = createQueryClient((problem) => {
  if (problem.code === "session_expired" || problem.code === "unauthenticated") cache.setQueryData(meKey, null);
});

async function start(place: HTMLElement): Promise<void> {
  seedFromPage(cache);
  const router = createPortalRouter(cache);
  // The first page's data is on its way while texts and, in older browsers, Temporal are loaded.
  void cache.prefetchQuery(meQuery);
  const texts = startLanguage("portal");
  await ensureTemporal();
  void router.load();
  await texts;
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

const place = document.getElementById("app");
if (place !== null) void start(place);
