/**
 * One patient as a file says it, whatever the file's format; not yet checked.
 *
 * An empty value says nothing: what the record holds already stays.
 */
export interface SourcePatient {
  /** Line of the file, or number of the bundle's entry. */
  readonly at: number;
  /** Names the patient in the source for good. */
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly secondFamily: string;
  readonly birthDate: string;
  readonly email: string;
  readonly phone: string;
  /** A language tag, such as es-MX. */
  readonly language: string;
  readonly recordNumber: string;
  readonly isDeceased: boolean;
}

export const sourceFields = [
  "id",
  "given",
  "family",
  "secondFamily",
  "birthDate",
  "email",
  "phone",
  "language",
  "recordNumber",
] as const;

export type SourceField = (typeof sourceFields)[number];

/** Columns of a CSV file, in English and in Spanish. */
export const columnNames: Readonly<Record<SourceField, readonly [english: string, spanish: string]>> = {
  id: ["id", "identificador"],
  given: ["given", "nombre"],
  family: ["family", "apellido"],
  secondFamily: ["second_family", "segundo_apellido"],
  birthDate: ["birth_date", "fecha_nacimiento"],
  email: ["email", "correo"],
  phone: ["phone", "telefono"],
  language: ["language", "idioma"],
  recordNumber: ["record_number", "numero_historia"],
};

export const requiredFields: readonly SourceField[] = ["id", "given", "family", "birthDate"];
