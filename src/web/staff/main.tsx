import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/notifications/styles.css";
import "../ui/tokens/tokens.css";
import "../ui/staff/staff.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "../api/index.ts";
import { ensureTemporal } from "../i18n/dates.ts";
import { startLanguage } from "../i18n/language.ts";
import { styleNonce } from "../ui/staff/theme.ts";
import { Look } from "./look.tsx";
import { router } from "./router.tsx";

/** The part of Mantine that keeps the page behind a drawer from scrolling asks for the nonce under this name. */
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

async function start(): Promise<void> {
  await Promise.all([ensureTemporal(), startLanguage("staff")]);
  const root = document.getElementById("root");
  if (root === null) throw new Error("the page has no #root");
  createRoot(root).render(
    <StrictMode>
      <Look>
        <QueryClientProvider client={createQueryClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Look>
    </StrictMode>,
  );
}

void start();
