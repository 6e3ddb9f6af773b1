/** R7 as its holder sees it, through the API: a lapsed hold is won again while its time is free, and is 410 when it is not. */
import type { Problem } from "../../src/contract/problem.ts";
import type { Hold } from "../../src/contract/routes/availability.ts";
import { bookVisit } from "../../src/modules/booking/book-visit.ts";
import { bodyOf } from "../stage/api.ts";
import { directVisits, rangeFrom } from "../stage/direct-visits.ts";
import { startOf } from "../stage/free-starts.ts";
import type { Served, Stage } from "../stage/stage.ts";
import { figure, type TrialResult, tally } from "../trial.ts";
import { brokenRules } from "./check-bookings.ts";

export async function lapsedHold(stage: Stage, { api }: Served, size: { rounds: number }): Promise<TrialResult> {
  const service = stage.service("visit");
  const providerId = service.providerIds[4] ?? "";
  const patients = await stage.signedInPatients(size.rounds);
  const [other = ""] = await stage.patients(1);
  const visitOf = await directVisits(stage);
  const outcomes: string[] = [];
  const broken = new Set<string>();
  for (const [round, { caller }] of patients.entries()) {
    const startsAt = startOf(stage, "visit", round);
    const held = await api.ask("holds.create", caller, { body: { serviceId: service.id, providerId, startsAt } });
    if (held.status !== 201) throw new Error(`the hold was refused: ${held.text}`);
    const { id: holdId } = bodyOf<Hold>(held);
    await stage.owner.query(
      "update hold set expires_at = clock_timestamp() - interval '1 millisecond' where org_id = $1 and id = $2",
      [stage.orgId, holdId],
    );
    const isTaken = round % 2 === 0;
    if (isTaken) {
      const visit = rangeFrom(startsAt, service.durationMinutes);
      const { values } = visitOf({
        service,
        providerId,
        roomId: service.roomIds.at(-1) ?? null,
        patientId: other,
        visit,
      });
      await stage.installation.database.alone(bookVisit, values);
    }
    const answer = await api.ask("appointments.book", caller, { body: { holdId } });
    outcomes.push(`${isTaken ? "taken since" : "still free"} ${answer.status}`);
    if (answer.status !== (isTaken ? 410 : 201))
      broken.add(`a lapsed hold ${isTaken ? "taken since" : "still free"}: ${answer.status}`);
    if (isTaken && answer.status === 410 && bodyOf<Problem>(answer).code !== "hold_expired")
      broken.add("410 without the reason");
  }
  return {
    id: "R7",
    title: `lapsed holds confirmed through the API, ${size.rounds} times`,
    figures: [figure("answers", tally(outcomes))],
    broken: [...broken, ...(await brokenRules(stage))],
    missed: [],
  };
}
