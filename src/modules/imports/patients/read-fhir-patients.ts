/**
 * Patients from FHIR R4 JSON: a Bundle (as Synthea and most hospital systems export it), or one Patient alone. Other
 * resources of the bundle are passed over.
 *
 * The source's identifier is the medical record number, else the first identifier, else the resource's own id. Two
 * surnames come from FHIR's extensions for the father's and the mother's family name.
 */
import { z } from "zod";
import type { ProblemListener } from "../record-files/record-problem.ts";
import type { SourcePatient } from "./source-patient.ts";

const text = z.string().catch("");
const extension = z.object({ url: text, valueString: text });
const coding = z.object({ system: text, code: text });

const humanName = z.object({
  use: text,
  family: text,
  given: z.array(z.string()).catch([]),
  _family: z.object({ extension: z.array(extension).catch([]) }).catch({ extension: [] }),
});

const identifier = z.object({
  system: text,
  value: text,
  type: z.object({ coding: z.array(coding).catch([]) }).catch({ coding: [] }),
});

const fhirPatient = z.object({
  resourceType: z.literal("Patient"),
  id: text,
  identifier: z.array(identifier).catch([]),
  name: z.array(humanName).catch([]),
  telecom: z.array(z.object({ system: text, value: text, use: text })).catch([]),
  birthDate: text,
  deceasedBoolean: z.boolean().catch(false),
  deceasedDateTime: text,
  communication: z
    .array(z.object({ language: z.object({ coding: z.array(coding).catch([]) }), preferred: z.boolean().catch(false) }))
    .catch([]),
});
type FhirPatient = z.infer<typeof fhirPatient>;

const anyResource = z.object({ resourceType: z.string() });
const bundle = z.object({
  resourceType: z.literal("Bundle"),
  entry: z.array(z.object({ resource: z.unknown() })).catch([]),
});

/** Empty when the file as a whole was refused. */
export function readFhirPatients(json: string, problems: ProblemListener): SourcePatient[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    // The message of a parser quotes the text around the fault, which may be somebody's name: only its position is told.
    const position = /position \d+/.exec(error instanceof Error ? error.message : "")?.[0] ?? "";
    problems.refused({ code: "json_syntax", at: 0, params: { detail: position } });
    return [];
  }
  const asBundle = bundle.safeParse(parsed);
  const resources = asBundle.success ? asBundle.data.entry.map(({ resource }) => resource) : [parsed];
  const patients = resources.flatMap((resource, index) => {
    if (anyResource.safeParse(resource).data?.resourceType !== "Patient") return [];
    const patient = fhirPatient.safeParse(resource);
    return patient.success ? [sourcePatientOf(patient.data, index + 1)] : [];
  });
  if (patients.length === 0) {
    problems.refused({ code: asBundle.success ? "no_patients" : "not_a_bundle", at: 0, params: {} });
  }
  return patients;
}

function sourcePatientOf(patient: FhirPatient, at: number): SourcePatient {
  const number = patient.identifier.find(({ type }) => type.coding.some(({ code }) => code === "MR"));
  const named = number ?? patient.identifier.find(({ value }) => value !== "");
  return {
    at,
    id: named === undefined || named.value === "" ? patient.id : `${named.system}|${named.value}`,
    ...namesOf(patient),
    birthDate: patient.birthDate,
    email: contactOf(patient, "email"),
    phone: contactOf(patient, "phone"),
    language: languageOf(patient),
    recordNumber: number?.value ?? "",
    isDeceased: patient.deceasedBoolean || patient.deceasedDateTime !== "",
  };
}

const familyExtension = "http://hl7.org/fhir/StructureDefinition/humanname-";

function namesOf({ name: names }: FhirPatient): Pick<SourcePatient, "given" | "family" | "secondFamily"> {
  const present = names.filter(({ use }) => use !== "old" && use !== "maiden");
  const name = present.find(({ use }) => use === "official") ?? present[0];
  if (name === undefined) return { given: "", family: "", secondFamily: "" };
  const part = (which: string) =>
    name._family.extension.find(({ url }) => url === `${familyExtension}${which}`)?.valueString ?? "";
  const [father, mother] = [part("fathers-family"), part("mothers-family")];
  const hasBoth = father !== "" && mother !== "";
  return {
    given: name.given.join(" "),
    family: hasBoth ? father : name.family,
    secondFamily: hasBoth ? mother : "",
  };
}

/** A mobile number can get messages; an old one belongs to somebody else by now. */
function contactOf({ telecom }: FhirPatient, system: "email" | "phone"): string {
  const usable = telecom.filter((each) => each.system === system && each.use !== "old");
  return (usable.find(({ use }) => use === "mobile") ?? usable[0])?.value ?? "";
}

function languageOf({ communication }: FhirPatient): string {
  const spoken = communication.find(({ preferred }) => preferred) ?? communication[0];
  return spoken?.language.coding[0]?.code ?? "";
}
