/** The words of the notices, in every language the product speaks. A language is one entry; the compiler wants all of them. */
import type { Locale } from "../../contract/values.ts";
import type { NoticeKind, VisitNotice } from "./visit-notice.ts";

interface KindWords {
  readonly subject: (when: string) => string;
  readonly heading: string;
  /** After the greeting. */
  readonly intro: (clinic: string) => string;
  readonly short: string;
  readonly button: string;
  readonly closing: (phone: string) => string;
  readonly providerSubject: (when: string) => string;
  readonly providerHeading: string;
}

export interface NoticeWords {
  readonly greeting: (given: string) => string;
  readonly kinds: Readonly<Record<NoticeKind, KindWords>>;
  readonly labels: Readonly<
    Record<
      "date" | "time" | "provider" | "place" | "map" | "directions" | "preparation" | "bring" | "phone" | "reference",
      string
    >
  >;
  /** Where a visit takes place that needs no way. */
  readonly remote: Readonly<Record<Exclude<VisitNotice["modality"], "in-person">, string>>;
  readonly providerButton: string;
  /** To a provider who no longer gives the visit. */
  readonly movedAway: string;
  readonly calendarTitle: (clinic: string) => string;
  readonly footer: (clinic: string) => string;
}

const english: NoticeWords = {
  greeting: (given) => `Hello ${given},`,
  kinds: {
    booked: {
      subject: (when) => `Appointment booked: ${when}`,
      heading: "Your appointment is booked",
      intro: (clinic) => `this confirms your appointment with ${clinic}.`,
      short: "your appointment is booked:",
      button: "View or change your appointment",
      closing: (phone) => `If you have a question or cannot come, please call us on ${phone} or use the link above.`,
      providerSubject: (when) => `New booking: ${when}`,
      providerHeading: "A visit was booked with you",
    },
    changed: {
      subject: (when) => `Appointment changed: ${when}`,
      heading: "Your appointment has changed",
      intro: (clinic) => `your appointment with ${clinic} has changed. This is what applies now.`,
      short: "your appointment has changed. New details:",
      button: "View or change your appointment",
      closing: (phone) => `If this does not suit you, please call us on ${phone} or use the link above.`,
      providerSubject: (when) => `Booking changed: ${when}`,
      providerHeading: "A visit with you has changed",
    },
    cancelled: {
      subject: (when) => `Appointment cancelled: ${when}`,
      heading: "Your appointment is cancelled",
      intro: (clinic) => `this appointment with ${clinic} will not take place.`,
      short: "your appointment will not take place:",
      button: "View details or book a new time",
      closing: (phone) =>
        `If you have a question or need a new time, please call us on ${phone} or use the link above.`,
      providerSubject: (when) => `Booking cancelled: ${when}`,
      providerHeading: "A visit with you was cancelled",
    },
  },
  labels: {
    date: "Date",
    time: "Time",
    provider: "With",
    place: "Place",
    map: "Map",
    directions: "Getting there",
    preparation: "How to prepare",
    bring: "What to bring",
    phone: "Phone",
    reference: "Reference",
  },
  remote: {
    video: "Video visit: the clinic sends you the link to it beforehand",
    phone: "By phone: we will call you",
  },
  providerButton: "Open the diary",
  movedAway: "A visit with you was given to another provider",
  calendarTitle: (clinic) => `Appointment, ${clinic}`,
  footer: (clinic) => `Sent by ${clinic}. This message was sent automatically.`,
};

const spanish: NoticeWords = {
  greeting: (given) => `Hola, ${given}:`,
  kinds: {
    booked: {
      subject: (when) => `Cita reservada: ${when}`,
      heading: "Su cita está reservada",
      intro: (clinic) => `le confirmamos su cita en ${clinic}.`,
      short: "su cita está reservada:",
      button: "Ver o cambiar su cita",
      closing: (phone) => `Si tiene alguna pregunta o no puede venir, llámenos al ${phone} o use el enlace de arriba.`,
      providerSubject: (when) => `Cita nueva: ${when}`,
      providerHeading: "Se reservó una cita con usted",
    },
    changed: {
      subject: (when) => `Cita modificada: ${when}`,
      heading: "Su cita ha cambiado",
      intro: (clinic) => `su cita en ${clinic} ha cambiado. Esto es lo que vale ahora.`,
      short: "su cita ha cambiado. Nuevos datos:",
      button: "Ver o cambiar su cita",
      closing: (phone) => `Si no le conviene, llámenos al ${phone} o use el enlace de arriba.`,
      providerSubject: (when) => `Cita modificada: ${when}`,
      providerHeading: "Una cita con usted ha cambiado",
    },
    cancelled: {
      subject: (when) => `Cita cancelada: ${when}`,
      heading: "Su cita está cancelada",
      intro: (clinic) => `esta cita en ${clinic} no tendrá lugar.`,
      short: "su cita no tendrá lugar:",
      button: "Ver los datos o reservar otra hora",
      closing: (phone) =>
        `Si tiene alguna pregunta o necesita otra hora, llámenos al ${phone} o use el enlace de arriba.`,
      providerSubject: (when) => `Cita cancelada: ${when}`,
      providerHeading: "Se canceló una cita con usted",
    },
  },
  labels: {
    date: "Fecha",
    time: "Hora",
    provider: "Con",
    place: "Lugar",
    map: "Mapa",
    directions: "Cómo llegar",
    preparation: "Cómo prepararse",
    bring: "Qué traer",
    phone: "Teléfono",
    reference: "Referencia",
  },
  remote: {
    video: "Videoconsulta: la clínica le enviará antes el enlace",
    phone: "Por teléfono: nosotros le llamamos",
  },
  providerButton: "Abrir la agenda",
  movedAway: "Una cita con usted pasó a otro profesional",
  calendarTitle: (clinic) => `Cita, ${clinic}`,
  footer: (clinic) => `Enviado por ${clinic}. Este mensaje se envió automáticamente.`,
};

export const noticeTexts: Readonly<Record<Locale, NoticeWords>> = { en: english, es: spanish };
