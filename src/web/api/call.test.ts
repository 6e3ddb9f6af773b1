import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addressOf, call } from "./call.ts";

const params = { slug: "clinic" };
const body = { holdId: "00000000-0000-4000-8000-000000000001" };

function answer(status: number, document: object): Response {
  return new Response(JSON.stringify(document), { status });
}

const problem = (code: string, status: number) =>
  answer(status, { code, status, title: code, detail: "", recovery: { action: "retry", label: "", text: "" } });

/** Answers the requests one after the other; an error stands for a connection that broke. */
function server(...answers: (Response | Error)[]) {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => {
    const next = answers.shift() ?? new Error("nobody answers any more");
    if (next instanceof Error) throw next;
    return next;
  });
  vi.stubGlobal("fetch", fetched);
  return {
    count: () => fetched.mock.calls.length,
    keys: () => fetched.mock.calls.map(([, init]) => new Headers(init.headers).get("Idempotency-Key")),
    header: (name: string) => new Headers(fetched.mock.calls[0]?.[1].headers).get(name),
  };
}

async function finish<T>(outcome: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return outcome;
}

describe("calling the API", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("document", { documentElement: { lang: "es" } });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("repeats a write with the same key when its answer was lost [BOOK-06]", async () => {
    const asked = server(new Error("connection reset"), problem("unavailable", 503), answer(201, { id: "1" }));
    const outcome = await finish(call("appointments.book", { params, body }));
    expect(outcome.ok).toBe(true);
    expect(asked.count()).toBe(3);
    expect(new Set(asked.keys()).size).toBe(1);
  });

  it("keeps the key that the page chose for the intention [BOOK-06]", async () => {
    const asked = server(answer(201, { id: "1" }));
    await finish(call("appointments.book", { params, body, idempotencyKey: "the-key" }));
    expect(asked.keys()).toEqual(["the-key"]);
  });

  it("does not repeat what the server refused", async () => {
    const asked = server(problem("slot_taken", 409));
    const outcome = await finish(call("appointments.book", { params, body }));
    expect(outcome).toMatchObject({ ok: false, offline: false, problem: { code: "slot_taken" } });
    expect(asked.count()).toBe(1);
  });

  it("never repeats a write without a key", async () => {
    const asked = server(new Error("connection reset"));
    const outcome = await finish(call("sessions.create", { body: { contact: "a@example.com", password: "x" } }));
    expect(outcome).toMatchObject({ ok: false, offline: true, problem: { code: "offline" } });
    expect(asked.count()).toBe(1);
  });

  it("names the page's language and the version it changes", async () => {
    const asked = server(answer(200, { id: "1" }));
    const request = { params: { ...params, id: body.holdId }, body: { reason: "ill" }, ifMatch: 3 };
    await finish(call("appointments.cancel", request));
    expect([asked.header("Accept-Language"), asked.header("If-Match")]).toEqual(["es", '"3"']);
  });

  it("tells a proxy's page from an answer", async () => {
    server(new Response("<html>Bad gateway</html>", { status: 502 }));
    const outcome = await finish(call("services.list", { params }));
    expect(outcome).toMatchObject({ ok: false, offline: false, problem: { code: "unreadable", status: 502 } });
  });

  it("takes an empty answer for done", async () => {
    server(new Response(null, { status: 204 }));
    expect(await finish(call("sessions.end-current", {}))).toEqual({ ok: true, answer: undefined });
  });

  it("writes addresses with parameters and the query that is not empty", () => {
    expect(
      addressOf("/organisations/:slug/holds/:id", { slug: "a b", id: "1" }, { from: "", days: 3, to: undefined }),
    ).toBe("/api/v1/organisations/a%20b/holds/1?days=3");
  });
});
