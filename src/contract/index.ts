/** Every route of the API under its one name. The server implements all of them; the web app calls them by name. */
import * as administration from "./routes/administration.ts";
import * as appointments from "./routes/appointments.ts";
import * as availability from "./routes/availability.ts";
import * as diary from "./routes/diary.ts";
import * as organisation from "./routes/organisation.ts";
import * as oversight from "./routes/oversight.ts";
import * as patients from "./routes/patients.ts";
import * as platform from "./routes/platform.ts";
import * as schedules from "./routes/schedules.ts";

export const contract = {
  "platform.organisations": platform.listOrganisations,
  "accounts.register": platform.registerAccount,
  "accounts.verify": platform.verifyContact,
  "accounts.resend": platform.resendCode,
  "sessions.create": platform.signIn,
  "sessions.end-current": platform.signOut,
  "sessions.list": platform.listSessions,
  "sessions.end": platform.endSession,
  "me.get": platform.getMe,
  "me.update": platform.updateMe,
  "me.verify-contact": platform.verifyOwnContact,
  "password-resets.request": platform.requestPasswordReset,
  "password-resets.confirm": platform.resetPassword,
  "platform.set-up": platform.setUpInstallation,
  "platform.outbox": oversight.listOutbox,

  "organisation.get": organisation.getOrganisation,
  "services.list": organisation.listServices,
  "providers.list": organisation.listProviders,

  "availability.search": availability.searchAvailability,
  "availability.explain": availability.explainStart,
  "holds.create": availability.createHold,
  "holds.get": availability.getHold,
  "holds.extend": availability.extendHold,
  "holds.release": availability.releaseHold,
  "holds.guest": availability.guestDetails,
  "holds.verify-guest": availability.verifyGuest,

  "appointments.book": appointments.bookAppointment,
  "appointments.book-directly": appointments.bookDirectly,
  "appointments.get": appointments.getAppointment,
  "appointments.own": appointments.listOwnAppointments,
  "appointments.search": appointments.searchAppointments,
  "appointments.reschedule": appointments.rescheduleAppointment,
  "appointments.cancel": appointments.cancelAppointment,
  "appointments.step": appointments.stepAppointment,
  "appointments.edit": appointments.editAppointment,
  "appointments.history": appointments.getAppointmentHistory,
  "appointments.to-contact": appointments.listToContact,

  "patients.search": patients.searchPatients,
  "patients.check": patients.checkPatient,
  "patients.register": patients.registerPatient,
  "patients.get": patients.getPatient,
  "patients.update": patients.updatePatient,
  "patients.appointments": patients.listPatientAppointments,

  "diary.day": diary.getDiaryDay,
  "diary.week": diary.getDiaryWeek,

  "schedules.get": schedules.getSchedule,
  "schedules.put-hours": schedules.putHours,
  "schedules.add-exception": schedules.addException,
  "schedules.remove-exception": schedules.removeException,
  "schedules.preview-time-off": schedules.previewTimeOff,
  "schedules.add-time-off": schedules.addTimeOff,
  "schedules.remove-time-off": schedules.removeTimeOff,
  "schedules.displaced": schedules.listDisplaced,
  "holidays.list": schedules.listHolidays,
  "holidays.add": schedules.addHoliday,
  "holidays.remove": schedules.removeHoliday,

  "admin.services": administration.listAdminServices,
  "admin.create-service": administration.createService,
  "admin.update-service": administration.updateService,
  "admin.providers": administration.listAdminProviders,
  "admin.create-provider": administration.createProvider,
  "admin.update-provider": administration.updateProvider,
  "admin.rooms": administration.listRooms,
  "admin.settings": administration.getSettings,
  "admin.update-settings": administration.updateSettings,

  "audit.list": oversight.listAuditEvents,
  "audit.verify": oversight.verifyAudit,
} as const;

export type Contract = typeof contract;
export type RouteName = keyof Contract;
export type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from "./route.ts";
