import type { CommandTexts } from "./texts.ts";

const help = `Uso:
  cita clinic import ARCHIVO [--dry-run]
      Crea una organización a partir de su archivo, o la deja como dice el archivo. Se puede repetir.
      --dry-run   Revisar el archivo y decir qué cambiaría, sin cambiar nada.

  cita patients import --organisation SLUG ARCHIVO...
      Importa pacientes de archivos CSV o de FHIR R4. Se puede repetir.

  cita history import --organisation SLUG ARCHIVO.jsonl
      Importa citas pasadas y futuras. Nadie recibe ningún mensaje. Se puede repetir.

  cita audit verify [--organisation SLUG]
      Comprueba que ningún registro de lo hecho se haya cambiado, quitado o inventado.

  cita --help
      Este texto.

docs/IMPORT.md describe los archivos. La base de datos es la de «npm start»: la carpeta de CITA_DATA_DIR, o
DATABASE_URL. Puede estar en marcha o no.

Códigos de salida: 0 todo hecho; 1 no se hizo nada, o el registro de auditoría no está íntegro; 2 no se entendió la orden;
3 hecho, pero se rechazaron algunos registros.`;

// Four-digit numbers get their separator too, so that columns of numbers look alike.
const number = (value: number): string => value.toLocaleString("es", { useGrouping: "always" });
const counted = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;

export const spanishTexts: CommandTexts = {
  help,
  unknownCommand: (command) => `No existe la orden «${command}». «cita --help» las muestra todas.`,
  unknownOption: (option) => `La opción ${option} no existe aquí, o le falta su valor. Vea «cita --help».`,
  missingFile: () => "¿Qué archivo? Escriba su ruta al final de la orden.",
  missingOrganisation: () => "¿Qué organización? Agregue --organisation y su parte de la dirección web.",
  unreadableFile: (path, code) =>
    `No se puede leer ${path} (${code}). Revise la ruta y que tenga permiso para leer el archivo.`,
  unknownOrganisation: (slug, known) =>
    known.length === 0
      ? "Todavía no hay ninguna organización. Importe primero una clínica: cita clinic import ARCHIVO"
      : `No existe la organización «${slug}». Existen: ${known.join(", ")}.`,
  addressTaken: (slug) => `Otra organización tomó la dirección «${slug}». Elija otro slug en el archivo.`,
  problems: (count, path) => `${counted(count, "problema", "problemas")} en ${path}. No se importó nada.`,
  dryRun: () => "Era una prueba: no se cambió nada.",
  clinicDone: (name, changed) => (changed ? `${name}:` : `${name} está como dice el archivo; no hay nada que hacer.`),
  kinds: {
    organisation: "organización",
    locations: "sedes",
    specialties: "especialidades",
    departments: "departamentos",
    rooms: "salas",
    providers: "profesionales",
    services: "servicios",
    schedules: "horarios",
    holidays: "festivos",
    accounts: "cuentas del personal",
  },
  counts: (created, changed, unchanged) =>
    `nuevos: ${number(created)}; cambiados: ${number(changed)}; sin cambios: ${number(unchanged)}`,
  progress: (done, total) => `${number(done)} de ${number(total)}`,
  notImported: () => "no se importó",
  noticed: () => "nota",
  patientsDone: (created, changed, unchanged, refused) =>
    `Pacientes: ${number(created)} nuevos, ${number(changed)} cambiados, ${number(unchanged)} sin cambios, ${number(refused)} rechazados.`,
  historyDone: (created, unchanged, refused) =>
    `Citas: ${number(created)} nuevas, ${number(unchanged)} que ya estaban, ${number(refused)} rechazadas.`,
  auditIntact: (slug, checked, waiting) =>
    `${slug}: íntegro. ${counted(checked, "registro revisado", "registros revisados")}, ${number(waiting)} aún sin sellar.`,
  auditBroken: (slug, findings) =>
    `${slug}: NO ÍNTEGRO. ${counted(findings, "hallazgo", "hallazgos")}. Conserve la base de datos como está y compárela con una copia de seguridad.`,
  failed: "No se pudo:",
};
