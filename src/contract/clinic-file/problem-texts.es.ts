/** What is wrong with a clinic file and what to do about it, in Spanish. `{name}` stands for a parameter of the problem. */
import type { ProblemTexts } from "./problem-codes.ts";

export const spanishProblemTexts: ProblemTexts = {
  yaml_syntax: {
    message: "El archivo no se puede leer aquí: {detail}",
    remedy: "Revise la sangría, los dos puntos y las comillas de esta línea.",
  },
  empty_file: {
    message: "El archivo está vacío.",
    remedy: "Parta de uno de los archivos de demo/clinics.",
  },
  file_too_large: {
    message: "El archivo supera los {limit} caracteres.",
    remedy: "Compruebe que es el archivo de la clínica y quite lo que no corresponda.",
  },
  duplicate_field: {
    message: "El campo '{field}' aparece dos veces.",
    remedy: "Deje solo uno de los dos.",
  },
  unsupported_version: {
    message: "La versión de formato {found} no se conoce aquí.",
    remedy: "Escriba formatVersion: {version} o actualice Cita.",
  },
  missing: {
    message: "Falta '{field}' o no tiene valor.",
    remedy: "Añada {field} con su valor.",
  },
  unknown_field: {
    message: "Aquí no existe el campo '{field}'.",
    remedy: "Quítelo o use uno de estos: {known}.",
  },
  not_text: {
    message: "'{field}' debe ser texto; '{found}' se lee como otra cosa.",
    remedy: "Escriba un solo valor entre comillas: '{found}'.",
  },
  not_number: {
    message: "'{field}' debe ser un número entero, no '{found}'.",
    remedy: "Escriba un número sin comillas, unidades ni decimales.",
  },
  not_yes_no: {
    message: "'{field}' debe ser true o false, no '{found}'.",
    remedy: "Escriba true o false sin comillas.",
  },
  not_list: {
    message: "'{field}' debe ser una lista.",
    remedy: "Escriba cada elemento en su línea tras un guion, o entre corchetes: [uno, dos].",
  },
  not_group: {
    message: "'{field}' debe ser un grupo de campos.",
    remedy: "Escriba debajo sus campos, con sangría, cada uno como nombre: valor.",
  },
  not_one_of: {
    message: "'{found}' no es posible en '{field}'.",
    remedy: "Use uno de estos: {known}.",
  },
  too_short: {
    message: "'{field}' es demasiado corto: necesita al menos {limit} caracteres.",
    remedy: "Escríbalo completo o quite el campo si es opcional.",
  },
  too_long: {
    message: "'{field}' supera los {limit} caracteres.",
    remedy: "Acórtelo.",
  },
  too_few: {
    message: "'{field}' necesita al menos {limit} elementos.",
    remedy: "Añada a la lista lo que falta.",
  },
  too_many: {
    message: "'{field}' tiene más de {limit} elementos.",
    remedy: "Quite lo que sobra.",
  },
  too_small: {
    message: "'{field}' es {found}; el mínimo es {limit}.",
    remedy: "Escriba {limit} o más.",
  },
  too_large: {
    message: "'{field}' es {found}; el máximo es {limit}.",
    remedy: "Escriba {limit} o menos.",
  },
  too_precise: {
    message: "'{field}' es {found}, más preciso que {limit}.",
    remedy: "Redondéelo.",
  },
  bad_value: {
    message: "'{found}' no es un valor posible de '{field}'.",
    remedy: "Compárelo con el esquema de docs/schemas y corríjalo.",
  },
  bad_key: {
    message: "'{found}' no puede ser una clave.",
    remedy: "Use minúsculas sin tilde, cifras y guiones sencillos, como sala-2.",
  },
  bad_slug: {
    message: "'{found}' no puede formar parte de una dirección web.",
    remedy: "Use minúsculas sin tilde, cifras y guiones sencillos, como centro-salud.",
  },
  reserved_slug: {
    message: "Cita misma usa la dirección '{found}'.",
    remedy: "Elija otro slug, como clinica-{found}.",
  },
  bad_zone: {
    message: "'{found}' no es una zona horaria.",
    remedy: "Use un nombre IANA de continente y ciudad, como Europe/Madrid o America/New_York.",
  },
  bad_date: {
    message: "'{found}' no es una fecha.",
    remedy: "Escriba año-mes-día, como 2027-03-09.",
  },
  no_such_date: {
    message: "La fecha {found} no existe.",
    remedy: "Compruebe el mes y el día en un calendario.",
  },
  bad_time: {
    message: "'{found}' no es una hora.",
    remedy: "Escriba horas y minutos con dos cifras, de 00:00 a 23:59, como 08:30.",
  },
  bad_phone: {
    message: "'{found}' no es un número de teléfono que pueda existir.",
    remedy: "Escríbalo con prefijo de país, sin espacios y entre comillas, como '+34810000123'.",
  },
  bad_email: {
    message: "'{found}' no es una dirección de correo electrónico.",
    remedy: "Escríbala como nombre@example.org.",
  },
  bad_web_address: {
    message: "'{found}' no es una dirección web segura.",
    remedy: "Copie la dirección completa; empieza por https://.",
  },
  bad_colour: {
    message: "'{found}' no es un color.",
    remedy: "Escriba # y seis cifras entre comillas, como '#0f6b5c'.",
  },
  bad_language: {
    message: "'{found}' no es un código de idioma.",
    remedy: "Use un código como es, en, ca o pt-BR.",
  },
  bad_country: {
    message: "'{found}' no es un código de país.",
    remedy: "Use dos letras mayúsculas, como ES o US.",
  },
  bad_currency: {
    message: "'{found}' no es un código de moneda.",
    remedy: "Use tres letras mayúsculas, como EUR o USD.",
  },
  default_locale_not_listed: {
    message: "El idioma predeterminado '{found}' no está entre los de la organización.",
    remedy: "Añada {found} a locales o elija uno de estos: {known}.",
  },
  text_missing: {
    message: "A '{field}' le falta el texto en '{locale}'.",
    remedy: "Añada {locale}: la organización indica que atiende en ese idioma.",
  },
  duplicate_key: {
    message: "'{found}' ya se usa en la línea {line}.",
    remedy: "Dé a cada elemento una clave propia.",
  },
  duplicate_entry: {
    message: "'{found}' ya está en esta lista, en la línea {line}.",
    remedy: "Quite uno de los dos.",
  },
  duplicate_email: {
    message: "El correo '{found}' ya se usa en la línea {line}.",
    remedy: "Dé a cada persona un correo propio: con él inicia sesión.",
  },
  duplicate_holiday: {
    message: "El festivo {found} ya está en la línea {line} para el mismo lugar.",
    remedy: "Quite uno de los dos o indique lugares distintos.",
  },
  unknown_location: {
    message: "No existe el lugar '{found}'.",
    remedy: "Añádalo en locations o use uno de estos: {known}.",
  },
  unknown_department: {
    message: "No existe el departamento '{found}'.",
    remedy: "Añádalo en departments o use uno de estos: {known}.",
  },
  unknown_specialty: {
    message: "No existe la especialidad '{found}'.",
    remedy: "Añádala en specialties o use una de estas: {known}.",
  },
  unknown_room: {
    message: "No existe la sala '{found}'.",
    remedy: "Añádala en rooms o use una de estas: {known}.",
  },
  unknown_provider: {
    message: "No existe el profesional '{found}'.",
    remedy: "Añada a esta persona en providers o use uno de estos: {known}.",
  },
  reversed_hours: {
    message: "El horario de {from} a {to} termina antes de empezar.",
    remedy: "Escriba primero la hora más temprana; si pasa de medianoche, haga dos entradas.",
  },
  reversed_dates: {
    message: "Los días de {from} a {to} terminan antes de empezar.",
    remedy: "Escriba primero la fecha anterior.",
  },
  break_outside_hours: {
    message: "La pausa de {from} a {to} no está dentro del horario de {outerFrom} a {outerTo}.",
    remedy: "Ponga la pausa dentro del horario o cambie el horario.",
  },
  overlapping_breaks: {
    message: "La pausa de {from} a {to} se solapa con otra.",
    remedy: "Haga de las dos una sola pausa.",
  },
  overlapping_hours: {
    message: "Este horario se solapa con el de la línea {line} ({day}).",
    remedy: "Acorte uno de los dos o únalos.",
  },
  overlapping_hours_elsewhere: {
    message:
      "Este profesional estaría ({day}) en '{location}' y, según la línea {line}, en '{otherLocation}' a la vez.",
    remedy: "Cambie los días o las horas de uno de los dos.",
  },
  room_need_unclear: {
    message: "El servicio debe indicar de una sola manera qué sala necesita.",
    remedy: "Deje solo anyOf, kind o capability, o quite room si no necesita sala.",
  },
  no_such_room: {
    message: "Ninguna sala ofrece '{found}'.",
    remedy: "Añádalo a una sala o pida algo que ofrezca alguna: {known}.",
  },
  room_elsewhere: {
    message: "'{provider}' solo trabaja donde este servicio no tiene sala: {locations}.",
    remedy: "Permita una sala allí, añada horas en otro lugar o quite al profesional de este servicio.",
  },
  service_without_provider: {
    message: "Nadie presta el servicio '{found}'.",
    remedy: "Indique al menos un profesional.",
  },
  policy_contradicts: {
    message:
      "Nadie podría reservar: {noticeMinutes} minutos de antelación superan los {horizonDays} días que se pueden reservar.",
    remedy: "Baje minNoticeMinutes o suba maxHorizonDays.",
  },
};
