import { describe, expect, it } from "vitest";
import { grantFor, type Role } from "../access/index.ts";
import { aContext, aVisit, hour, startsAtMs } from "./a-visit.ts";
import {
  type Actor,
  actors,
  appointmentTriggers,
  decide,
  type LifecycleContext,
  permissionOfTrigger,
  transitions,
  triggers,
  type Visit,
  visitStatuses,
} from "./index.ts";

/**
 * LIFECYCLE.md once more, by hand: P patient, G guest, L link, S desk, D clinician, A supervisor or administrator,
 * Y system. An administrator also does what S and D may.
 */
const table = `
 1 hold                none                                                      -> hold             PGLS
 2 book                hold                                                      -> booked           PGLS
 3 book-directly       none                                                      -> booked           SD
 4 request             hold                                                      -> pending          PL
 5 approve             pending                                                   -> booked           SDA
 6 decline             pending                                                   -> cancelled        SDAY
 7 draft               none                                                      -> proposed         SD
 8 accept              proposed                                                  -> booked           PLSD
 8 accept-for-approval proposed                                                  -> pending          PLSD
 9 confirm             booked                                                    -> same             PGLSD
10 cancel              booked,pending                                            -> cancelled        PGLSDAY
11 reschedule          booked,pending                                            -> same             PGLSD
12 reroute             booked                                                    -> same             YS
13 arrive              booked                                                    -> arrived          PS
14 check-in            booked,arrived                                            -> checked-in       SP
14 check-in            booked,arrived                                            -> same             D
15 start               arrived,checked-in                                        -> same             D
16 complete            arrived,checked-in                                        -> fulfilled        DS
17 complete            booked                                                    -> fulfilled        DS
18 no-show             booked                                                    -> noshow           SDY
19 arrive              noshow                                                    -> arrived          S
20 undo                noshow,fulfilled,cancelled                                -> before           SA
21 leave               arrived,checked-in                                        -> cancelled        SD
22 acknowledge         cancelled                                                 -> same             PLSD
23 edit                proposed,pending,booked,arrived,checked-in,fulfilled,cancelled,noshow -> same PLSDA
24 void                proposed,pending,booked,arrived,checked-in,fulfilled,cancelled,noshow -> entered-in-error A
`;

const letterOf: Record<Actor, string> = {
  patient: "P",
  guest: "G",
  link: "L",
  desk: "S",
  clinician: "D",
  supervisor: "A",
  administrator: "A",
  system: "Y",
};

const lines = table
  .trim()
  .split("\n")
  .map((line) => {
    const [row = "", trigger = "", from = "", , to = "", who = ""] = line.trim().split(/\s+/);
    return { row: Number(row), trigger, from: from.split(","), to, who };
  });

function expectedLine(status: string, trigger: string, actor: Actor) {
  const letters = actor === "administrator" ? ["A", "S", "D"] : [letterOf[actor]];
  return lines.find(
    (line) =>
      line.trigger === trigger && line.from.includes(status) && letters.some((letter) => line.who.includes(letter)),
  );
}

/** A moment and a visit at which the guards of this trigger are content, so that only the table speaks. */
function favourable(status: Visit["status"], trigger: string): { visit: Visit; context: LifecycleContext } {
  const hasEnded = ["noshow", "fulfilled", "cancelled"].includes(status);
  const isAfterStart = ["complete", "no-show"].includes(trigger);
  const isNear = trigger === "arrive" || trigger === "check-in";
  const nowMs = startsAtMs + (isAfterStart ? hour / 4 : isNear ? -hour / 2 : -48 * hour);
  const visit = aVisit({ status, ...(hasEnded ? { endedFrom: "booked", endedAtMs: nowMs } : {}) });
  const policy = { ...aContext().policy, automaticNoShow: true };
  return { visit, context: aContext({ nowMs, policy, isVirtual: trigger === "check-in" }) };
}

describe("the table of the life of an appointment [BOOK-10]", () => {
  it("has the rows 1 to 24, and no status reaches the same trigger for the same actor by two rows", () => {
    expect([...new Set(transitions.map((transition) => transition.row))]).toEqual(
      Array.from({ length: 24 }, (_, i) => i + 1),
    );
    for (const status of visitStatuses) {
      for (const trigger of triggers) {
        const who = transitions
          .filter((row) => row.trigger === trigger && row.from.includes(status))
          .flatMap((row) => row.who);
        expect(new Set(who).size, `${status} ${trigger}`).toBe(who.length);
      }
    }
  });

  const cases = visitStatuses.flatMap((status) => triggers.map((trigger) => ({ status, trigger })));

  it.each(cases)("$trigger on $status: for exactly those who may", ({ status, trigger }) => {
    for (const actor of actors) {
      const line = expectedLine(status, trigger, actor);
      const { visit, context } = favourable(status, trigger);
      const decision = decide(visit, trigger, actor, context);
      const label = `${status} ${trigger} ${actor}`;
      if (line === undefined) {
        const isKnown = lines.some((any) => any.trigger === trigger && any.from.includes(status));
        expect(decision, label).toMatchObject({ ok: false, code: isKnown ? "not_your_part" : "not_in_this_status" });
      } else {
        const to = line.to === "same" ? status : line.to === "before" ? "booked" : line.to;
        expect(decision, label).toMatchObject({ ok: true, row: line.row, next: { status: to } });
      }
    }
  });

  it("offers exactly the triggers of its rows that are not for later", () => {
    const offered = transitions.filter((row) => !row.later && row.row > 8).map((row) => row.trigger);
    expect([...new Set(offered)].sort()).toEqual([...appointmentTriggers].sort());
  });

  it("lets nobody act whom the access matrix would stop [ID-03]", () => {
    const rolesOf: Record<Actor, readonly Role[]> = {
      patient: ["patient"],
      guest: ["public"],
      link: ["public"],
      desk: ["front-desk"],
      clinician: ["doctor", "nurse"],
      supervisor: ["supervisor"],
      administrator: ["administrator"],
      system: ["system"],
    };
    for (const { row, trigger, who } of transitions) {
      for (const role of [...who, "administrator" as const].flatMap((actor) => rolesOf[actor])) {
        // Rows of clients and the system alone are no business of an administrator.
        if (role === "administrator" && !who.some((actor) => ["desk", "clinician", "supervisor"].includes(actor)))
          continue;
        expect(grantFor(permissionOfTrigger[trigger], [role]), `row ${row}: ${trigger} by ${role}`).not.toBeNull();
      }
    }
  });
});
