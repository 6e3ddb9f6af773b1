import type { Role, Scope } from "./role.ts";

/**
 * The one table of who may do what: action × role × scope.
 *
 * Whoever is not named in a row may not do it. What `public` may do, everybody may (see `grant-for.ts`), so it is
 * not repeated for each role. A permission opens the door; the life of an appointment (`domain/appointment`)
 * still decides whether the act fits the moment and the part one has in that visit.
 *
 * Example: the row 'appointment.cancel' reads: a patient cancels their own visit, whoever holds its link too, a
 * doctor or nurse a visit of their own, the front desk and a supervisor any in their departments, an
 * administrator any in the organisation, and the system when a visit has to be closed.
 */
type Grants = Partial<Record<Role, Scope>>;

const anyone: Grants = { public: "organisation" };
const visitor: Grants = { public: "own" };
const patient: Grants = { patient: "own" };
const doctor: Grants = { doctor: "own" };
const clinicians: Grants = { doctor: "own", nurse: "own" };
const frontDesk: Grants = { "front-desk": "department" };
const supervisor: Grants = { supervisor: "department" };
const administrator: Grants = { administrator: "organisation" };
const operator: Grants = { operator: "organisation" };
const system: Grants = { system: "organisation" };
const staff: Grants = { ...clinicians, ...frontDesk, ...supervisor, ...administrator };
const officeStaff: Grants = { "front-desk": "own", supervisor: "own", administrator: "own", operator: "own" };

const matrix = {
  // What the clinic shows of itself: services, public profiles, free times (ID-07).
  "organisation.view": anyone,
  "directory.view": anyone,
  "availability.search": anyone,
  "availability.explain": staff,

  // Booking. A visitor holds a time and books it as a guest, where the organisation allows guests (BOOK-16).
  "hold.create": { ...visitor, ...patient, ...frontDesk, ...administrator },
  "hold.manage": { ...visitor, ...patient, ...frontDesk, ...administrator, ...system },
  "appointment.book": { ...visitor, ...patient, ...clinicians, ...frontDesk, ...administrator },
  "appointment.override": { ...doctor, ...frontDesk, ...supervisor, ...administrator },

  // The life of an appointment (LIFECYCLE.md). A visitor's own visit is the one whose link they hold.
  "appointment.view": { ...visitor, ...patient, ...staff, ...system },
  "appointment.search": { ...patient, ...staff },
  "appointment.approve": { ...staff, ...system },
  "appointment.reschedule": { ...visitor, ...patient, ...clinicians, ...frontDesk, ...administrator, ...system },
  "appointment.cancel": { ...visitor, ...patient, ...staff, ...system },
  "appointment.confirm": { ...visitor, ...patient, ...clinicians, ...frontDesk, ...administrator },
  "appointment.acknowledge": { ...visitor, ...patient, ...clinicians, ...frontDesk, ...administrator },
  "appointment.edit": { ...visitor, ...patient, ...staff },
  "appointment.arrive": { ...patient, ...frontDesk, ...administrator },
  "appointment.check-in": { ...patient, ...clinicians, ...frontDesk, ...administrator },
  "appointment.start": { ...clinicians, ...administrator },
  "appointment.complete": { ...clinicians, ...frontDesk, ...administrator },
  "appointment.no-show": { ...clinicians, ...frontDesk, ...administrator, ...system },
  "appointment.undo": { ...frontDesk, ...supervisor, ...administrator },
  "appointment.void": { ...supervisor, ...administrator },
  "diary.view": staff,

  // Patients. Whoever books for themselves gets a record by booking and sees no other; registering shows likely
  // duplicates, so it is the desk's. A clinician's own patients are those they treat.
  "patient.search": staff,
  "patient.register": { ...frontDesk, ...administrator },
  "patient.view": { ...patient, ...staff, ...system },
  "patient.update": { ...patient, ...frontDesk, ...administrator },
  "patient.claim": patient,

  // The clinic: its places, people, services and hours. Doctors and nurses manage their own hours (AVAIL-08).
  "organisation.manage": { ...administrator, ...operator },
  "location.manage": administrator,
  "department.manage": administrator,
  "provider.manage": administrator,
  "service.manage": administrator,
  "schedule.view": staff,
  "schedule.manage": { ...clinicians, ...administrator },
  "time-off.manage": { ...clinicians, ...administrator },
  "membership.view": { ...supervisor, ...administrator },
  "membership.manage": administrator,

  // Messages and records of what was done.
  "message.view": { ...patient, ...frontDesk, ...supervisor, ...administrator, ...system },
  "outbox.view": { ...administrator, ...operator },
  // The demo's people are invented: whoever visits reads what they were sent. Elsewhere there is nothing to see.
  "demo.outbox": visitor,
  "audit.view": { ...supervisor, ...administrator },
  "audit.verify": { supervisor: "organisation", ...administrator, ...operator, ...system },
  "import.run": { ...administrator, ...operator, ...system },

  // One's own account. Nobody manages another person's sessions or profile.
  "account.register": visitor,
  "account.sign-in": visitor,
  "session.manage": { ...visitor, ...patient },
  "profile.manage": { ...patient, ...clinicians, ...officeStaff },
} as const satisfies Record<string, Grants>;

export type Permission = keyof typeof matrix;

export const accessMatrix: Readonly<Record<Permission, Readonly<Grants>>> = matrix;

export const permissions = Object.keys(matrix) as readonly Permission[];
