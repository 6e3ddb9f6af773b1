/** The problem shown when the server's own words did not arrive: no answer at all, or a page of some proxy. */
import i18next from "i18next";
import type { Problem } from "../../contract/problem.ts";

export function lostAnswer(code: "offline" | "unreadable", status: number): Problem {
  const say = (key: string) => i18next.t(`shared:lost-answer.${code}.${key}`);
  return {
    type: `urn:cita:problem:${code}`,
    code,
    status,
    title: say("title"),
    detail: say("detail"),
    reference: "",
    recovery: { action: "retry", label: say("action"), text: say("recovery") },
  };
}
