/** What messages with a code say. The code comes first, so that a notification shows it without being opened. */
import type { Locale } from "../../contract/values.ts";
import type { CodePurpose } from "./code-payload.ts";

export interface CodeWords {
  readonly subject: (code: string, clinic: string) => string;
  readonly code: (code: string, clinic: string) => string;
  readonly purpose: Readonly<Record<Exclude<CodePurpose, "already-registered">, string>>;
  readonly validity: string;
  readonly secrecy: string;
  readonly short: (code: string, clinic: string) => string;
  readonly known: {
    readonly subject: (clinic: string) => string;
    readonly lines: (clinic: string) => readonly string[];
    readonly short: (clinic: string) => string;
  };
  readonly footer: (clinic: string) => string;
}

export const codeTexts: Readonly<Record<Locale, CodeWords>> = {
  en: {
    subject: (code, clinic) => `${code} is your code for ${clinic}`,
    code: (code, clinic) => `${code} is your code for ${clinic}.`,
    purpose: {
      register: "Enter it on the page where you are creating your account.",
      verify: "Enter it on the page that asks for it, to show that this contact is yours.",
      "password-reset": "Enter it to choose a new password.",
      guest: "Enter it to finish booking your appointment.",
    },
    validity: "It is valid for 10 minutes and works once.",
    secrecy: "We never ask for it by phone or in a message. If you did not ask for it, you can ignore this message.",
    short: (code, clinic) => `${code} is your code for ${clinic}. Valid for 10 minutes. We never ask you for it.`,
    known: {
      subject: (clinic) => `You already have an account with ${clinic}`,
      lines: (clinic) => [
        `Somebody, perhaps you, tried to register with ${clinic} using this contact. It already belongs to an account.`,
        "If it was you, sign in with your password, or choose a new one under 'Forgotten password'.",
        "If it was not you, you need not do anything: nothing has been changed.",
      ],
      short: (clinic) =>
        `${clinic}: this number already has an account. Sign in, or choose a new password. Not you? Ignore this message.`,
    },
    footer: (clinic) => `Sent by ${clinic}. This message was sent automatically.`,
  },
  es: {
    subject: (code, clinic) => `${code} es su código de ${clinic}`,
    code: (code, clinic) => `${code} es su código de ${clinic}.`,
    purpose: {
      register: "Escríbalo en la página donde está creando su cuenta.",
      verify: "Escríbalo en la página que lo pide, para mostrar que este contacto es suyo.",
      "password-reset": "Escríbalo para elegir una contraseña nueva.",
      guest: "Escríbalo para terminar de reservar su cita.",
    },
    validity: "Es válido durante 10 minutos y sirve una sola vez.",
    secrecy: "Nunca se lo pediremos por teléfono ni por mensaje. Si usted no lo solicitó, puede ignorar este mensaje.",
    short: (code, clinic) => `${code} es su código de ${clinic}. Válido durante 10 minutos. Nunca se lo pediremos.`,
    known: {
      subject: (clinic) => `Usted ya tiene una cuenta en ${clinic}`,
      lines: (clinic) => [
        `Alguien, quizás usted, intentó registrarse en ${clinic} con este contacto. Ya pertenece a una cuenta.`,
        "Si fue usted, inicie sesión con su contraseña o elija una nueva en «¿Olvidó su contraseña?».",
        "Si no fue usted, no tiene que hacer nada: no se cambió nada.",
      ],
      short: (clinic) =>
        `${clinic}: este número ya tiene una cuenta. Inicie sesión o elija una contraseña nueva. ¿No fue usted? Ignore este mensaje.`,
    },
    footer: (clinic) => `Enviado por ${clinic}. Este mensaje se envió automáticamente.`,
  },
};
