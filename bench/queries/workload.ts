/** A day at the clinic in a few dozen requests: every query that the application has, and its writes, some of them often. */
import { contract, type RouteName } from "../../src/contract/index.ts";
import type { Appointment } from "../../src/contract/routes/appointments.ts";
import type { Hold } from "../../src/contract/routes/availability.ts";
import { type Answer, bodyOf, type Caller } from "../stage/api.ts";
import { shifted, startOf } from "../stage/free-starts.ts";
import type { Served, Stage } from "../stage/stage.ts";

/** PostgreSQL plans a prepared statement for good at its sixth run, so everything is asked more often than that. */
const rounds = 8;

/** Answers that were not as expected, as `route status`. */
export async function runWorkload(stage: Stage, served: Served): Promise<string[]> {
  const unexpected: string[] = [];
  const patients = await stage.signedInPatients(rounds);
  for (const [round, patient] of patients.entries()) {
    const visit = await bookAndChange(stage, served, patient, round, unexpected);
    await askEverything(
      stage,
      served,
      { patientId: patient.id, appointmentId: visit.id, caller: patient.caller },
      unexpected,
    );
  }
  return unexpected;
}

type Ask = <N extends RouteName>(name: N, who: Caller, asked?: Parameters<Served["api"]["ask"]>[2]) => Promise<Answer>;

function asking({ api }: Served, unexpected: string[]): Ask {
  return async (name, who, asked = {}) => {
    const answer = await api.ask(name, who, asked as never);
    if (answer.status >= 300) unexpected.push(`${name} ${answer.status} ${answer.text.slice(0, 200)}`);
    return answer;
  };
}

interface Person {
  readonly id: string;
  readonly caller: Caller;
}

async function bookAndChange(
  stage: Stage,
  served: Served,
  patient: Person,
  round: number,
  unexpected: string[],
): Promise<Appointment> {
  const ask = asking(served, unexpected);
  const [desk = {}] = stage.desks;
  const { id: serviceId, providerIds, durationMinutes } = stage.service("visit");
  const providerId = providerIds[round % providerIds.length] ?? "";
  const startsAt = startOf(stage, "visit", 100 + round * 4);
  const later = (visits: number) => shifted(startsAt, visits * durationMinutes);

  const address = `10.9.0.${round}`;
  const caller = { ...patient.caller, address };
  const hold = bodyOf<Hold>(await ask("holds.create", caller, { body: { serviceId, providerId, startsAt } }));
  await ask("holds.get", caller, { id: hold.id });
  await ask("holds.extend", caller, { id: hold.id });
  const online = bodyOf<Appointment>(
    await ask("appointments.book", caller, { body: { holdId: hold.id, reason: "Palpitations" } }),
  );
  const moved = { serviceId, providerId, startsAt: later(1), movingAppointmentId: online.id };
  const newTime = bodyOf<Hold>(await ask("holds.create", caller, { body: moved }));
  await ask("appointments.reschedule", caller, { id: online.id, ifMatch: 1, body: { holdId: newTime.id } });
  await ask("appointments.step", desk, { id: online.id, ifMatch: 2, body: { trigger: "confirm", method: "verbal" } });
  await ask("appointments.edit", desk, {
    id: online.id,
    ifMatch: 3,
    body: { notes: "Brings a friend", durationMinutes: 20 },
  });
  await ask("appointments.cancel", caller, { id: online.id, ifMatch: 4, body: { reason: "Better now" } });
  const given = bodyOf<Hold>(await ask("holds.create", caller, { body: { serviceId, providerId, startsAt } }));
  await ask("holds.release", caller, { id: given.id });

  const person = {
    given: "Ada",
    family: `Longname ${round}`,
    birthDate: "1971-03-04",
    email: `ada-${round}@lovelace.example`,
    locale: "en" as const,
  };
  const { locale: _locale, ...typed } = person;
  await ask("patients.check", desk, { body: typed });
  await ask("patients.register", desk, { body: person });
  const how = { channel: "phone" as const, identityCheckedBy: "birth-date" as const, reason: "Palpitations" };
  const direct = { patientId: patient.id, serviceId, providerId, startsAt: later(2), ...how };
  const visit = bodyOf<Appointment>(await ask("appointments.book-directly", desk, { body: direct }));
  await served.api.ask("appointments.book-directly", desk, { body: direct });
  await ask("appointments.reschedule", desk, {
    id: visit.id,
    ifMatch: 1,
    body: { startsAt: later(3), requester: "clinic" },
  });
  await ask("schedules.preview-time-off", stage.administrator, {
    id: providerId,
    body: {
      ...{ kind: "time-off", localStartDate: "2030-01-07", localStartTime: "08:00" },
      ...{ localEndDate: "2030-01-08", localEndTime: "18:00" },
    },
  });
  return visit;
}

interface Known {
  readonly patientId: string;
  readonly appointmentId: string;
  readonly caller: Caller;
}

/** Every GET of the contract, found by its path; those with a query several times. */
async function askEverything(stage: Stage, served: Served, known: Known, unexpected: string[]): Promise<void> {
  const ask = asking(served, unexpected);
  const { id: serviceId, providerIds } = stage.service("visit");
  const providerId = providerIds[0] ?? "";
  const date = Temporal.Now.plainDateISO("America/New_York").add({ days: 10 }).toString();
  const later = Temporal.PlainDate.from(date).add({ days: 20 }).toString();
  const queries: Partial<Record<RouteName, readonly Record<string, string>[]>> = {
    "availability.search": [
      { serviceId, days: "30" },
      { serviceId, providerId, from: date, partOfDay: "morning" },
    ],
    "availability.explain": [
      { serviceId, providerId, startsAt: startOf(stage, "visit", 3), patientId: known.patientId },
    ],
    "providers.list": [{}, { serviceId }],
    "appointments.search": [
      { from: date, to: later },
      { text: "Quintana" },
      { text: "1980-05-17" },
      { patientId: known.patientId },
      { from: date, to: later, providerId, status: "booked" },
      { from: date, to: later, serviceId },
    ],
    "patients.search": [{ text: "Nora Quintana" }, { text: "ada-1@lovelace.example" }, { text: "1971-03-04" }],
    "diary.day": [{ date }],
    "diary.week": [{ resourceId: providerId, from: date }],
    "audit.list": [{}, { patientId: known.patientId }, { action: "appointment.book", outcome: "refused" }],
  };
  const idIn: Readonly<Record<string, string>> = {
    appointments: known.appointmentId,
    patients: known.patientId,
    schedules: providerId,
  };
  for (const [name, route] of Object.entries(contract) as [RouteName, (typeof contract)[RouteName]][]) {
    if (route.method !== "GET" || name === "holds.get" || name === "platform.outbox") continue;
    const kind = /:slug\/(\w+)\/:id/.exec(route.path)?.[1] ?? "";
    const who = /^(me|sessions|appointments\.own)/.test(name) ? known.caller : stage.administrator;
    for (const query of queries[name] ?? [{}]) await ask(name, who, { id: idIn[kind] ?? "", query });
  }
}
