/**
 * Serves the built web app: hashed files forever, pages fresh with a nonce for the styles that the staff's components
 * write. `/{slug}/staff…` is the staff's entry, every other page the patients' portal.
 */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const webFolder = join(import.meta.dirname, "../../build/web");

export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Components place floating parts by the style attribute; it runs nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export async function registerWebPages(app: FastifyInstance): Promise<void> {
  const pages = {
    portal: await readPage("portal"),
    staff: await readPage("staff"),
  };
  await app.register(fastifyStatic, {
    root: join(webFolder, "assets"),
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    index: false,
    decorateReply: false,
  });
  const sendPage = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString("base64");
    const path = request.url.split("?")[0] ?? "/";
    const page = /^\/[a-z0-9-]+\/staff(\/|$)/.test(path) ? pages.staff : pages.portal;
    return reply
      .header("content-security-policy", contentSecurityPolicy(nonce))
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(page.replace("</head>", `<meta name="csp-nonce" content="${nonce}"></head>`));
  };
  app.get("/", sendPage);
  app.get("/*", (request, reply) => {
    if (request.url.startsWith("/api/") || request.url.startsWith("/assets/")) return reply.callNotFound();
    return sendPage(request, reply);
  });
}

async function readPage(entry: "portal" | "staff"): Promise<string> {
  return readFile(join(webFolder, entry, "index.html"), "utf8").catch(() => {
    throw new Error("The web app is not built: run `npm start`, which builds it, or `npm run dev`.");
  });
}
