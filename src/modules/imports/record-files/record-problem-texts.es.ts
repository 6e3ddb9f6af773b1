/** Qué tiene de malo un registro de un archivo importado y qué hacer, en español. */
import type { RecordProblemTexts } from "./record-problem.ts";

export const spanishRecordTexts: RecordProblemTexts = {
  not_utf8: {
    message: "El archivo no está en la codificación UTF-8.",
    remedy: "Guárdelo de nuevo como «CSV UTF-8», o como JSON en UTF-8.",
  },
  empty_file: {
    message: "El archivo está vacío.",
    remedy: "Parta de uno de los archivos de demo/patients.",
  },
  csv_syntax: {
    message: "La tabla no se puede leer aquí: {detail}",
    remedy: "Revise las comillas de esta línea: una comilla dentro de un valor se escribe dos veces.",
  },
  json_syntax: {
    message: "El JSON no se puede leer: {detail}",
    remedy: "Exporte el archivo de nuevo; puede que esté incompleto.",
  },
  missing_column: {
    message: "Falta la columna «{column}».",
    remedy: "Agréguela a la primera línea. Las columnas son: {known}.",
  },
  ignored_column: {
    message: "La columna «{column}» no se conoce y se dejó fuera.",
    remedy: "No hace falta hacer nada, salvo que sea una de estas, mal escrita: {known}.",
  },
  not_a_bundle: {
    message: "No es un Bundle ni un Patient de FHIR.",
    remedy: "Exporte los pacientes como JSON de FHIR R4, o use un archivo CSV.",
  },
  no_patients: {
    message: "No hay ningún paciente en el archivo.",
    remedy: "Compruebe que sea el archivo correcto: los de hospitales o profesionales no contienen pacientes.",
  },
  missing_value: {
    message: "«{column}» está vacío.",
    remedy: "Complételo e importe el archivo de nuevo; lo que ya está se queda como está.",
  },
  too_long: {
    message: "«{column}» tiene más de {limit} caracteres.",
    remedy: "Acórtelo e importe el archivo de nuevo.",
  },
  bad_text: {
    message: "«{column}» contiene caracteres que ningún nombre tiene.",
    remedy: "Quite los saltos de línea y los signos < y >.",
  },
  bad_birth_date: {
    message: "La fecha de nacimiento no es una fecha.",
    remedy: "Escriba año-mes-día, como en 1980-05-02.",
  },
  birth_date_in_future: {
    message: "La fecha de nacimiento está en el futuro.",
    remedy: "Corrija el año.",
  },
  birth_date_too_long_ago: {
    message: "La fecha de nacimiento es de hace más de 130 años.",
    remedy: "Corrija el año.",
  },
  duplicate_id: {
    message: "El mismo identificador ya está en la línea o entrada {other}.",
    remedy: "Conserve uno de los dos, o deles identificadores distintos.",
  },
  deceased: {
    message: "El paciente figura como fallecido.",
    remedy: "No hace falta hacer nada. Si es un error, corríjalo en el sistema de origen.",
  },
  bad_email: {
    message: "La dirección de correo no puede existir; el paciente se importó sin ella.",
    remedy: "Corríjala e importe el archivo de nuevo, o anótela en recepción.",
  },
  bad_phone: {
    message: "El número de teléfono no puede existir; el paciente se importó sin él.",
    remedy: "Escríbalo con el código de país, como en +34612345678, o anótelo en recepción.",
  },
  unknown_language: {
    message: "No se pueden enviar mensajes en el idioma «{found}»; se usa el de la clínica.",
    remedy: "Use en o es.",
  },
  bad_record: {
    message: "«{field}» falta o no es como debe ser.",
    remedy: "Vea el formato en docs/IMPORT.md y corrija la línea.",
  },
  unknown_patient: {
    message: "No se importó ningún paciente con este identificador.",
    remedy: "Importe primero los pacientes, con los mismos identificadores.",
  },
  unknown_service: {
    message: "La clínica no tiene ningún servicio «{found}».",
    remedy: "Use una clave del archivo de la clínica, o agregue el servicio a él.",
  },
  unknown_provider: {
    message: "La clínica no tiene ningún profesional «{found}».",
    remedy: "Use una clave del archivo de la clínica, o agregue al profesional a él.",
  },
  unknown_location: {
    message: "La clínica no tiene ninguna sede «{found}».",
    remedy: "Use una clave del archivo de la clínica, o agregue la sede a él.",
  },
  unknown_room: {
    message: "La clínica no tiene ninguna sala «{found}».",
    remedy: "Use una clave del archivo de la clínica, o agregue la sala a él.",
  },
  wrong_length: {
    message: "La cita debe terminar después de empezar y durar un día como máximo.",
    remedy: "Corrija startsAt o endsAt.",
  },
  out_of_order: {
    message: "«{step}» no puede haber ocurrido en ese momento de la cita.",
    remedy: "Revise el orden de las horas, y que correspondan al estado.",
  },
  time_taken: {
    message: "El profesional, la sala o el paciente está en otra cita a esa hora.",
    remedy: "Corrija la hora, o marque una de las dos citas como cancelada.",
  },
};
