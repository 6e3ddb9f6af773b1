import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Two entries: the patients' portal, which must stay light, and the staff's application. The server serves
 * `build/web` and finds each entry's files in its manifest.
 */
export default defineConfig({
  root: here("src/web"),
  // The server alone decides addresses and headers; nothing is copied past the bundler.
  publicDir: false,
  plugins: [react()],
  css: { modules: { localsConvention: "camelCaseOnly", generateScopedName: "[name]-[local]-[hash:base64:5]" } },
  build: {
    outDir: here("build/web"),
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    // A page with a nonce-based content security policy may not carry inlined images of unknown origin.
    assetsInlineLimit: 0,
    rollupOptions: { input: { portal: here("src/web/portal/index.html"), staff: here("src/web/staff/index.html") } },
  },
});
