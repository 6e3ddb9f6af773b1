/** What every answer of the API has to be, whatever was asked. */
import type { LightMyRequestResponse } from "fastify";
import { expect } from "vitest";
import { type ErrorCode, errorCodes } from "../../src/contract/error-codes.ts";
import { en } from "../../src/contract/error-texts/en.ts";
import { es } from "../../src/contract/error-texts/es.ts";
import { contract, type RouteName } from "../../src/contract/index.ts";
import { type Problem, problem } from "../../src/contract/problem.ts";
import type { Locale } from "../../src/contract/values.ts";

const texts = { en, es };

/** Refusals are problem documents in the reader's language, with a way on; answers are what the contract says. */
export function expectWellAnswered(name: RouteName, answer: LightMyRequestResponse, locale: Locale = "en"): void {
  const what = `${name} answered ${answer.statusCode} ${answer.body.slice(0, 600)}`;
  expect(answer.statusCode, what).toBeLessThan(500);
  expect(answer.headers["cache-control"], what).toBe("no-store");
  if (answer.statusCode >= 300) {
    expectProblem(answer, locale, what);
    return;
  }
  const route = contract[name];
  expect(answer.statusCode, what).toBe(route.status);
  if (route.answer === undefined) expect(answer.body, what).toBe("");
  else expect(route.answer.safeParse(answer.json()).error?.issues, what).toBeUndefined();
}

export function expectProblem(answer: LightMyRequestResponse, locale: Locale, what = ""): Problem {
  expect(answer.headers["content-type"], what).toBe("application/problem+json; charset=utf-8");
  expect(answer.headers["content-language"], what).toBe(locale);
  const read = problem.safeParse(answer.json());
  expect(read.error?.issues, what).toBeUndefined();
  const document: Problem = answer.json();
  const code = document.code as ErrorCode;
  expect(errorCodes[code]?.status, what).toBe(answer.statusCode);
  expect(document.status, what).toBe(answer.statusCode);
  const words = texts[locale].codes[code];
  expect(document.title, what).toBe(words.title);
  expect(document.recovery.label, what).toBe(texts[locale].actions[errorCodes[code].recovery]);
  for (const text of [document.title, document.detail, document.recovery.text]) {
    expect(text.length, what).toBeGreaterThan(5);
    expect(text, what).not.toMatch(/\{\w+\}|undefined|\[object/);
  }
  for (const { message } of document.fields ?? []) expect(message, what).not.toMatch(/\{\w+\}|undefined/);
  return document;
}
