import type { ErrorTexts } from "../error-codes.ts";

export const es: ErrorTexts = {
  codes: {
    invalid_request: {
      title: "Hay datos que corregir",
      detail: "Falta algún campo o no es válido.",
      recovery: "Corrija los campos indicados y envíe de nuevo. Lo que escribió se conserva.",
    },
    malformed_json: {
      title: "No se pudo leer la solicitud",
      detail: "El cuerpo de la solicitud no es JSON válido.",
      recovery: "Envíe un documento JSON.",
    },
    body_too_large: {
      title: "Es demasiado de una vez",
      detail: "La solicitud supera 1 MB.",
      recovery: "Acorte el texto o envíelo por partes.",
    },
    unauthenticated: {
      title: "Inicie sesión",
      detail: "Esta página es solo para personas que han iniciado sesión.",
      recovery: "Inicie sesión y volverá a donde estaba.",
    },
    wrong_credentials: {
      title: "Los datos no coinciden",
      detail: "El contacto o la contraseña no son correctos, o el contacto aún no está verificado.",
      recovery: "Revise ambos e inténtelo de nuevo, o cree una contraseña nueva.",
    },
    session_expired: {
      title: "Su sesión se cerró",
      detail: "La sesión terminó porque no se usó durante un tiempo.",
      recovery: "Inicie sesión de nuevo. Lo que escribió se conserva.",
    },
    forbidden: {
      title: "No puede hacer esto",
      detail: "Su función aquí no incluye esta acción.",
      recovery: "Si la necesita, pídala a un administrador de su clínica.",
    },
    foreign_origin: {
      title: "La solicitud vino de otro sitio",
      detail: "Por su seguridad, solo se aceptan cambios desde las páginas de Cita.",
      recovery: "Abra de nuevo la página y repita el paso allí.",
    },
    not_found: {
      title: "No lo encontramos",
      detail: "No existe o no le corresponde verlo.",
      recovery: "Revise el enlace o empiece desde la primera página.",
    },
    slot_taken: {
      title: "Esa hora se acaba de ocupar",
      detail: "Otra persona reservó o está reservando esa hora.",
      recovery: "Elija una de las horas siguientes o busque de nuevo.",
    },
    patient_busy: {
      title: "Ya hay otra cita a esa hora",
      detail: "El paciente tiene otra cita que se cruza con esa hora.",
      recovery: "Elija otra hora o cambie la otra cita.",
    },
    not_bookable: {
      title: "Esa hora no se puede reservar",
      detail: "Las reglas de la clínica no permiten esa hora.",
      recovery: "Elija una de las horas siguientes o busque de nuevo.",
    },
    not_allowed_now: {
      title: "Eso ya no es posible",
      detail: "La cita cambió y este paso no corresponde a su estado actual.",
      recovery: "Mire su estado actual y elija lo que es posible ahora.",
    },
    deadline_passed: {
      title: "El plazo ya pasó",
      detail: "Ya no se puede cambiar por internet.",
      recovery: "Llame a la clínica: {phone}.",
    },
    too_many_reschedules: {
      title: "Esta cita ya se cambió demasiadas veces",
      detail: "Alcanzó el número de cambios que la clínica permite por internet.",
      recovery: "Llame a la clínica: {phone}.",
    },
    likely_duplicate: {
      title: "Puede que este paciente ya esté registrado",
      detail: "Una o más fichas parecen de la misma persona.",
      recovery: "Mire las fichas mostradas. Use una de ellas o indique que es otra persona.",
    },
    already_exists: {
      title: "Eso ya existe",
      detail: "Ya hay algo con el mismo nombre o número.",
      recovery: "Elija otro nombre o número.",
    },
    hold_expired: {
      title: "No pudimos guardar más esa hora",
      detail: "La hora estaba reservada para usted y el plazo terminó.",
      recovery: "Elíjala de nuevo si sigue libre, o elija otra.",
    },
    hold_limit: {
      title: "Ya está apartando varias horas",
      detail: "Solo se pueden apartar unas pocas horas a la vez.",
      recovery: "Termine o libere una de ellas, o espere unos minutos.",
    },
    hold_already_extended: {
      title: "El plazo ya se amplió una vez",
      detail: "Una hora solo se puede guardar más tiempo una vez.",
      recovery: "Termine la reserva o elija la hora de nuevo cuando acabe el plazo.",
    },
    code_expired: {
      title: "Ese código ya no es válido",
      detail: "Los códigos valen 10 minutos.",
      recovery: "Pida un código nuevo.",
    },
    code_wrong: {
      title: "Ese código no es correcto",
      detail: "Los seis dígitos no coinciden con el código que enviamos.",
      recovery: "Mire el mensaje más reciente y escriba el código otra vez.",
    },
    too_many_tries: {
      title: "Demasiados intentos",
      detail: "El código se escribió mal demasiadas veces.",
      recovery: "Pida un código nuevo.",
    },
    contact_not_verified: {
      title: "Primero verifique un contacto",
      detail: "Para reservar, uno de sus contactos debe estar verificado con un código.",
      recovery: "Pida un código por correo electrónico o mensaje de texto.",
    },
    guest_booking_off: {
      title: "Inicie sesión para reservar",
      detail: "Esta clínica solo acepta reservas por internet de pacientes registrados.",
      recovery: "Inicie sesión o regístrese; tarda cerca de un minuto.",
    },
    stale_version: {
      title: "Alguien lo cambió mientras tanto",
      detail: "Lo que ve no es el estado más reciente.",
      recovery: "Mire el estado más reciente y repita su cambio si aún corresponde.",
    },
    version_required: {
      title: "Falta la versión",
      detail: "Un cambio debe indicar la versión de la que parte (If-Match).",
      recovery: "Cargue el estado más reciente y repita su cambio.",
    },
    idempotency_mismatch: {
      title: "Esta solicitud ya se envió con otro contenido",
      detail: "La misma clave de idempotencia llegó con otro cuerpo.",
      recovery: "Empiece el paso de nuevo.",
    },
    idempotency_key_required: {
      title: "La solicitud no tiene clave",
      detail: "Esta escritura necesita la cabecera Idempotency-Key, para que repetirla no cause daño.",
      recovery: "Envíela de nuevo con una clave nueva.",
    },
    reason_required: {
      title: "Indique un motivo",
      detail: "Este paso queda registrado con su motivo.",
      recovery: "Escriba un motivo breve y envíe de nuevo.",
    },
    impossible_time: {
      title: "Esa hora no existe",
      detail: "Ese día el reloj se adelanta y se la salta, o la fecha no está en el calendario.",
      recovery: "Elija otra hora.",
    },
    hours_invalid: {
      title: "Hay que corregir el horario",
      detail: "Algunas horas no pueden estar juntas.",
      recovery: "Corrija las líneas indicadas.",
    },
    setup_done: {
      title: "Esta instalación ya está configurada",
      detail: "El primer administrador ya existe.",
      recovery: "Inicie sesión.",
    },
    setup_code_wrong: {
      title: "Ese código de configuración no es correcto",
      detail: "El código se mostró al iniciar Cita por primera vez.",
      recovery: "Cópielo de la terminal e inténtelo de nuevo.",
    },
    rate_limited: {
      title: "Demasiadas solicitudes",
      detail: "Hubo muchas solicitudes desde aquí en poco tiempo.",
      recovery: "Espere un minuto e inténtelo de nuevo.",
    },
    unavailable: {
      title: "Cita no puede hacerlo en este momento",
      detail: "Una parte necesaria no responde. No se perdió nada.",
      recovery: "Inténtelo en un minuto o llame a la clínica.",
    },
    internal: {
      title: "Algo falló de nuestro lado",
      detail: "El paso no se realizó.",
      recovery: "Inténtelo de nuevo. Si vuelve a ocurrir, dé a la clínica la referencia {reference}.",
    },
  },
  fields: {
    required: "Complete este campo.",
    too_short: "Es demasiado corto: al menos {minimum} caracteres.",
    too_long: "Es demasiado largo: {maximum} caracteres como máximo.",
    bad_format: "Esto no parece correcto.",
    bad_email: "No es una dirección de correo. Debe ser como nombre@ejemplo.com.",
    bad_phone: "No es un número de teléfono. Incluya el prefijo del país, por ejemplo +34 612 34 56 78.",
    bad_date: "Esta fecha no existe. Escríbala como día, mes y año.",
    bad_time: "Esta hora no existe, o el reloj se la salta ese día. Escríbala como 09:30.",
    date_in_past: "Esta fecha ya pasó.",
    date_in_future: "Esta fecha está en el futuro.",
    too_old: "Esta fecha es demasiado antigua.",
    not_allowed: "Elija uno de los valores ofrecidos.",
    unknown_field: "Este campo no se conoce aquí.",
    unknown_reference: "Esto no existe aquí.",
    out_of_range: "Debe estar entre {minimum} y {maximum}.",
    weak_password:
      "Esta contraseña es conocida por filtraciones o fácil de adivinar. Use 12 caracteres o más, por ejemplo cuatro palabras.",
    both_or_neither: "Indique ambos o ninguno.",
    ends_before_start: "El final debe ser posterior al inicio.",
    two_places_at_once: "A esa hora ya hay horario en otro lugar.",
    break_outside_hours: "Esta pausa queda fuera del horario de su lugar y día.",
  },
  actions: {
    "correct-fields": "Corregir",
    "sign-in": "Iniciar sesión",
    "choose-another-time": "Elegir otra hora",
    reload: "Ver el estado más reciente",
    retry: "Intentar de nuevo",
    "retry-later": "Intentar de nuevo",
    "call-clinic": "Llamar a la clínica",
    "ask-administrator": "Volver",
    "request-new-code": "Enviar un código nuevo",
    "start-again": "Empezar de nuevo",
    "give-reason": "Indicar un motivo",
    "check-duplicates": "Ver las fichas",
    "go-home": "Ir a la primera página",
  },
};
