/** Who acts in the journeys: the people that the demo comes with, and patients who are new each time. */
export const password = "demo-clinic-2026";

export const riverside = {
  slug: "riverside",
  zone: "America/New_York",
  /** One that is booked weeks ahead. */
  specialty: "cardiology",
  frontDesk: "elena.prieto@riverside.example.org",
  doctor: "lucia.marrero@riverside.example.org",
  administrator: "joan.mercer@riverside.example.org",
} as const;

export const consultorio = {
  slug: "consultorio-sol",
  zone: "Europe/Madrid",
  specialty: "medicina-familiar",
  frontDesk: "nuria.castano@consultorio-sol.example.com",
} as const;

export interface NewPerson {
  readonly given: string;
  readonly family: string;
  readonly birth: { readonly day: string; readonly month: string; readonly year: string };
  readonly email: string;
  /** As a person types it at the desk of the clinic's country. */
  readonly phone: string;
  /** As messages are addressed. */
  readonly fullPhone: string;
  readonly password: string;
}

let people = 0;

/** Somebody whom the clinic does not know; the name is told apart from every other on a full page. */
export function aNewPerson(given: string, country: "US" | "ES" = "US"): NewPerson {
  people += 1;
  const number = process.pid * 20 + people;
  const end = String(number % 10_000).padStart(4, "0");
  const phones =
    country === "US"
      ? { phone: `(212) 555-${end}`, fullPhone: `+1212555${end}` }
      : { phone: `611 22 ${end.slice(0, 2)} ${end.slice(2)}`, fullPhone: `+3461122${end}` };
  return {
    given,
    family: `Valdivieso${lettersOf(number)}`,
    birth: { day: "29", month: "2", year: "1984" },
    email: `${given.toLowerCase()}.${number}@example.org`,
    ...phones,
    password: "four words remembered well",
  };
}

/** Names hold no digits. */
function lettersOf(number: number): string {
  return [...String(number)].map((digit) => "bcdfghjklm".charAt(Number(digit))).join("");
}
