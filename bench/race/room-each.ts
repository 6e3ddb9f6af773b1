/** All providers of a service are booked for the same moment at once, and there is a room for each of them. */
import type { Appointment } from "../../src/contract/routes/appointments.ts";
import { bodyOf } from "../stage/api.ts";
import { startOf } from "../stage/free-starts.ts";
import type { Served, Stage } from "../stage/stage.ts";
import { figure, type TrialResult, tally } from "../trial.ts";
import { brokenRules } from "./check-bookings.ts";

/** Far behind the times of the other trials: here every room has to be free. */
const firstSlot = 2_000;

export async function roomEach(stage: Stage, { api }: Served, size: { moments: number }): Promise<TrialResult> {
  const service = stage.service("visit");
  const [desk = {}] = stage.desks;
  const patients = await stage.patients(service.providerIds.length);
  const statuses: number[] = [];
  const broken = new Set<string>();
  for (let moment = 0; moment < size.moments; moment++) {
    const startsAt = startOf(stage, "visit", firstSlot + moment);
    const answers = await Promise.all(
      service.providerIds.map((providerId, n) =>
        api.ask("appointments.book-directly", desk, {
          body: {
            ...{ patientId: patients[n] ?? "", serviceId: service.id, providerId, startsAt },
            ...{ channel: "phone", identityCheckedBy: "phone" },
          },
        }),
      ),
    );
    statuses.push(...answers.map(({ status }) => status));
    if (answers.some(({ status }) => status !== 201)) broken.add("a visit was refused while a room was free for it");
    const rooms = answers.map((answer) => bodyOf<Partial<Appointment>>(answer).roomId);
    if (new Set(rooms).size !== answers.length) broken.add("two visits of one moment were given the same room");
  }
  return {
    id: "Rooms",
    title: `${service.providerIds.length} providers booked for one moment, ${size.moments} times`,
    figures: [figure("answers", tally(statuses))],
    broken: [...broken, ...(await brokenRules(stage))],
    missed: [],
  };
}
