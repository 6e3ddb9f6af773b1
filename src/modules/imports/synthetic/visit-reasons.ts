/** What people come for, and why they cancel, in both languages. */

export type VisitTheme = "general" | "child" | "heart" | "skin" | "bones" | "woman" | "therapy" | "imaging" | "nursing";

interface Phrases {
  readonly en: readonly string[];
  readonly es: readonly string[];
}

export const visitReasons: Readonly<Record<VisitTheme, Phrases>> = {
  general: {
    en: [
      "Cough that will not go away",
      "Yearly check-up",
      "Tired all the time",
      "Blood pressure follow-up",
      "Back pain",
      "Headaches",
      "Stomach pain after meals",
      "Renewal of my prescription",
      "Results of my blood test",
      "Trouble sleeping",
    ],
    es: [
      "Tos que no se me quita",
      "Chequeo anual",
      "Cansancio constante",
      "Control de la presión",
      "Dolor de espalda",
      "Dolores de cabeza",
      "Dolor de estómago después de comer",
      "Renovación de mi receta",
      "Resultados de mis análisis",
      "Duermo mal",
    ],
  },
  child: {
    en: [
      "Fever since yesterday",
      "Well-child visit",
      "Vaccination by schedule",
      "Ear pain",
      "Rash on arms and legs",
      "Cough at night",
      "School form",
      "Does not want to eat",
    ],
    es: [
      "Fiebre desde ayer",
      "Control del niño sano",
      "Vacuna según calendario",
      "Dolor de oído",
      "Sarpullido en brazos y piernas",
      "Tos por la noche",
      "Formulario para la escuela",
      "No quiere comer",
    ],
  },
  heart: {
    en: [
      "High blood pressure",
      "Palpitations",
      "Short of breath on stairs",
      "Check-up after a stent",
      "Referred for chest tightness",
      "Swollen ankles",
    ],
    es: [
      "Presión arterial alta",
      "Palpitaciones",
      "Me falta el aire al subir escaleras",
      "Control después de un stent",
      "Remitido por opresión en el pecho",
      "Tobillos hinchados",
    ],
  },
  skin: {
    en: ["Mole that has changed", "Acne", "Itchy rash", "Yearly skin check", "Dry, cracked hands", "Hair loss"],
    es: [
      "Lunar que ha cambiado",
      "Acné",
      "Sarpullido con picor",
      "Revisión anual de la piel",
      "Manos secas y agrietadas",
      "Caída del cabello",
    ],
  },
  bones: {
    en: [
      "Knee pain",
      "Shoulder pain at night",
      "Follow-up after surgery",
      "Twisted ankle",
      "Hip pain when walking",
      "Numb fingers",
    ],
    es: [
      "Dolor de rodilla",
      "Dolor de hombro por la noche",
      "Control después de la operación",
      "Torcedura de tobillo",
      "Dolor de cadera al caminar",
      "Dedos dormidos",
    ],
  },
  woman: {
    en: [
      "Yearly check-up",
      "Prenatal visit",
      "Talk about contraception",
      "Irregular periods",
      "Pap test",
      "Hot flashes",
    ],
    es: [
      "Revisión anual",
      "Control prenatal",
      "Consulta sobre anticonceptivos",
      "Reglas irregulares",
      "Citología",
      "Sofocos",
    ],
  },
  therapy: {
    en: [
      "Lower back pain",
      "After knee surgery",
      "Stiff neck",
      "Shoulder exercises",
      "Balance training",
      "Tennis elbow",
    ],
    es: [
      "Dolor lumbar",
      "Después de operación de rodilla",
      "Rigidez de cuello",
      "Ejercicios de hombro",
      "Entrenamiento del equilibrio",
      "Codo de tenista",
    ],
  },
  imaging: {
    en: ["Ordered by my doctor", "Follow-up image", "Abdominal pain", "Possible fracture", "Thyroid check"],
    es: ["Por orden de mi médico", "Imagen de control", "Dolor abdominal", "Posible fractura", "Control de tiroides"],
  },
  nursing: {
    en: ["Blood test", "Flu shot", "Blood pressure check", "Dressing change", "Removal of stitches"],
    es: [
      "Análisis de sangre",
      "Vacuna de la gripe",
      "Control de la presión",
      "Cambio de vendaje",
      "Retirada de puntos",
    ],
  },
};

export const cancellationReasons: Readonly<Record<"patient" | "provider" | "clinic", Phrases>> = {
  patient: {
    en: ["I have to work", "I feel better", "No transport", "Something came up", "I found an earlier time elsewhere"],
    es: [
      "Tengo que trabajar",
      "Ya me siento mejor",
      "No tengo transporte",
      "Me surgió un imprevisto",
      "Encontré una cita antes en otro lugar",
    ],
  },
  provider: {
    en: ["Provider ill", "Called to an emergency"],
    es: ["Profesional de baja", "Urgencia del profesional"],
  },
  clinic: {
    en: ["Equipment under repair", "Booked twice by mistake"],
    es: ["Equipo en reparación", "Reservada dos veces por error"],
  },
};

const themeByKey: ReadonlyMap<string, VisitTheme> = new Map([
  ["pediatrics", "child"],
  ["cardiology", "heart"],
  ["dermatology", "skin"],
  ["orthopedics", "bones"],
  ["womens-health", "woman"],
  ["gynecology", "woman"],
  ["ginecologia", "woman"],
  ["physiotherapy", "therapy"],
  ["imaging", "imaging"],
  ["nursing", "nursing"],
  ["enfermeria", "nursing"],
]);

/** The department says more than the specialty: a nurse's visit in pediatrics is a child's. */
export function visitThemeOf(departmentKey: string, specialtyCode: string): VisitTheme {
  return themeByKey.get(departmentKey) ?? themeByKey.get(specialtyCode) ?? "general";
}
