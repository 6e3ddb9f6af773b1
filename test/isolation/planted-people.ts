/** People whose every word is found nowhere else, so that one of them in the wrong place is a leak. */

export const planted = {
  /** Registers, verifies, books, moves, cancels. */
  patient: {
    given: "Zephyrïne",
    family: "Quillonbrax",
    secondFamily: "Ötzimandel",
    birthDate: "1943-07-29",
    email: "zephyrine.quillonbrax@planted-mail.example",
    phone: "+12128675394",
  },
  /** Books without an account. */
  guest: {
    given: "Wolfhildé",
    family: "Prznski-Vögeltorf",
    birthDate: "1951-11-03",
    email: "wolfhilde@vogeltorf-planted.example",
    phone: "+12128675271",
  },
  /** Registered by the desk. */
  registered: {
    given: "Xanthippos",
    family: "Ñandubatista",
    birthDate: "1967-04-19",
    email: "xanthippos.nandubatista@planted-mail.example",
    phone: "+12128675186",
    recordNumber: "MRN-PLANTED-77391",
  },
  texts: [
    "Hallucinated marmalade violins",
    "Guest marzipan tremolo",
    "Cancelled for a clandestine honeymoon",
    "Moved because of a zeppelin regatta",
    "Carries a counterfeit pacemaker",
    "Asks for the velvet staircase",
    "Corrected to gingerbread palpitations",
    "Funeral of great-aunt Borghilda",
  ],
  passwords: ["mauve bassoon harvest 8841", "tangerine obelisk foghorn 5512"],
  /** As typed before it was corrected, and what was looked for. */
  typed: ["zephyrine.quillonbrax@planted-mial.example", "Quillonbracks"],
} as const;

type Person = (typeof planted)["patient" | "guest" | "registered"];

const folded = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

const spellings = (text: string): string[] => [
  text,
  text.normalize("NFD"),
  text.toLowerCase(),
  text.toUpperCase(),
  folded(text),
];

function dates(date: string): string[] {
  const [year = "", month = "", day = ""] = date.split("-");
  return [date, `${day}/${month}/${year}`, `${month}/${day}/${year}`, `${year}${month}${day}`];
}

function phones(phone: string): string[] {
  const [, area = "", exchange = "", line = ""] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone) ?? [];
  return [
    `${area}${exchange}${line}`,
    `${area}-${exchange}-${line}`,
    `(${area}) ${exchange}-${line}`,
    `${area} ${exchange} ${line}`,
  ];
}

function ofPerson(person: Person): string[] {
  const names = [person.given, person.family, ...("secondFamily" in person ? [person.secondFamily] : [])];
  const words = [...names, ...names.flatMap((name) => name.split("-")), person.email, person.email.split("@")[0] ?? ""];
  const numbers = "recordNumber" in person ? [person.recordNumber] : [];
  return [...[...words, ...numbers].flatMap(spellings), ...dates(person.birthDate), ...phones(person.phone)];
}

/** Everything to look for, in every form that a program might keep it in. */
export function plantedForms(): string[] {
  const { texts, passwords, typed } = planted;
  const people = [planted.patient, planted.guest, planted.registered].flatMap(ofPerson);
  const words = [...texts, ...passwords, ...typed].flatMap(spellings);
  const plain = [...new Set([...people, ...words])];
  const encoded = plain.flatMap((text) => [encodeURIComponent(text), Buffer.from(text).toString("hex")]);
  return [...new Set([...plain, ...encoded])];
}
