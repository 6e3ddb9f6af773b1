import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type ClinicFileProblemCode, clinicFileProblemCodes, problemText } from "../../contract/clinic-file/index.ts";
import { readClinicFile } from "./read-clinic-file.ts";

const smallClinic = readFileSync(new URL("fixtures/small-clinic.yaml", import.meta.url), "utf8");

function problemsOf(text: string) {
  const reading = readClinicFile(text);
  return reading.ok ? [] : reading.problems;
}

function broken(from: string, to: string): string {
  expect(smallClinic.split(from), `'${from}' must stand once in the fixture`).toHaveLength(2);
  return smallClinic.replace(from, to);
}

/** What is replaced, by what, and the problem that the author reads: its code, its path, and the line it points to. */
type Row = [from: string, to: string, code: ClinicFileProblemCode, path: string, lineOf: string];

const rows: Row[] = [
  // The shape of fields.
  ["formatVersion: 1", "formatVersion: 7", "unsupported_version", "formatVersion", "formatVersion"],
  ["  kind: clinic\n", "", "missing", "organisation.kind", "slug:"],
  [
    "    city: Riverbend\n    country: US\n    mapUrl",
    "    city:\n    country: US\n    mapUrl",
    "missing",
    "locations[0].city",
    "city:",
  ],
  ["    role: nurse", "    rolle: nurse\n    role: nurse", "unknown_field", "providers[1].rolle", "rolle"],
  ['phone: "+12125550101"', "phone: +12125550101", "not_text", "providers[0].phone", "phone: +1"],
  ["durationMinutes: 30", "durationMinutes: half an hour", "not_number", "services[0].durationMinutes", "half an hour"],
  ['  phone: "+12125550100"', '  listed: maybe\n  phone: "+12125550100"', "not_yes_no", "organisation.listed", "maybe"],
  ["addressLines: [1 Main Street]", "addressLines: 1 Main Street", "not_list", "locations[0].addressLines", "1 Main"],
  ["name: { en: Heart, es: Corazón }", "name: Heart", "not_group", "departments[0].name", "name: Heart"],
  ["role: front-desk", "role: porter", "not_one_of", "staff[0].role", "porter"],
  ["kind: closed", "kind: shut", "not_one_of", "providers[0].exceptions[0].kind", "kind: shut"],
  ["slug: little-clinic", "slug: l", "too_short", "organisation.slug", "slug"],
  ["family: Mercer", `family: ${"x".repeat(101)}`, "too_long", "staff[0].family", "xxx"],
  ["languages: [en]", "languages: []", "too_few", "providers[1].languages", "languages: []"],
  ["addressLines: [2 Side Street]", "addressLines: [a, b, c, d, e]", "too_many", "locations[1].addressLines", "[a, b"],
  ["durationMinutes: 30", "durationMinutes: 2", "too_small", "services[0].durationMinutes", "durationMinutes"],
  ["maxHorizonDays: 30", "maxHorizonDays: 3000", "too_large", "organisation.policy.maxHorizonDays", "maxHorizonDays"],
  ["amount: 80.5", "amount: 80.505", "too_precise", "services[0].price.amount", "amount"],
  // Formats.
  ["key: room-1", "key: Room 1", "bad_key", "rooms[0].key", "key: Room 1"],
  ["slug: little-clinic", "slug: Little Clinic", "bad_slug", "organisation.slug", "slug"],
  ["slug: little-clinic", "slug: api", "reserved_slug", "organisation.slug", "slug"],
  [
    "  zone: America/New_York\n  default",
    "  zone: America/Old_York\n  default",
    "bad_zone",
    "organisation.zone",
    "Old_York",
  ],
  ["date: 2026-12-25", "date: 25/12/2026", "bad_date", "holidays[0].date", "25/12"],
  ["date: 2026-12-25", "date: 2026-02-31", "no_such_date", "holidays[0].date", "02-31"],
  ['to: "17:00"', 'to: "5 pm"', "bad_time", "providers[0].hours[0].to", "5 pm"],
  ['phone: "+12125550101"', 'phone: "212 555 0101"', "bad_phone", "providers[0].phone", "212 555"],
  ['phone: "+12125550101"', 'phone: "+12121550101"', "bad_phone", "providers[0].phone", "+12121550101"],
  ["hello@example.org", "hello@example", "bad_email", "organisation.email", "hello@"],
  ["https://maps.example.org/main", "maps.example.org", "bad_web_address", "locations[0].mapUrl", "mapUrl"],
  ['"#0b6e6e"', "teal", "bad_colour", "organisation.accentColour", "teal"],
  ["languages: [en]", "languages: [en, xx]", "bad_language", "providers[1].languages[1]", "xx"],
  ["    country: US\n    mapUrl", "    country: USA\n    mapUrl", "bad_country", "locations[0].country", "USA"],
  ["currency: USD", "currency: BUX", "bad_currency", "services[0].price.currency", "BUX"],
  // How the parts fit together.
  ["locales: [en, es]", "locales: [es]", "default_locale_not_listed", "organisation.defaultLocale", "defaultLocale"],
  ["{ en: Heart, es: Corazón }", "{ en: Heart }", "text_missing", "departments[0].name", "en: Heart"],
  ["key: ben-cole", "key: ana-ruiz", "duplicate_key", "providers[1].key", "key: ana-ruiz\n    given: Ben"],
  ["languages: [en]", "languages: [en, en]", "duplicate_entry", "providers[1].languages[1]", "[en, en]"],
  ["joan.mercer@", "Ana.Ruiz@", "duplicate_email", "staff[0].email", "Ana.Ruiz@"],
  ["date: 2027-07-05", "date: 2026-12-25", "duplicate_holiday", "holidays[1].date", "Independence Day"],
  [
    "location: annex, days: [wed]",
    "location: anex, days: [wed]",
    "unknown_location",
    "providers[0].hours[1].location",
    "anex",
  ],
  ["    department: heart", "    department: hart", "unknown_department", "services[0].department", "hart"],
  ["    specialty: cardiology", "    specialty: cardiolgy", "unknown_specialty", "services[0].specialty", "cardiolgy"],
  ["{ capability: ultrasound }", "{ anyOf: [room-9] }", "unknown_room", "services[0].room.anyOf[0]", "room-9"],
  [
    "{ provider: ana-ruiz }",
    "{ provider: ana-riuz }",
    "unknown_provider",
    "services[0].providers[0].provider",
    "ana-riuz",
  ],
  ['from: "09:00", to: "17:00"', 'from: "17:00", to: "09:00"', "reversed_hours", "providers[0].hours[0].to", '"17:00"'],
  ["lastDate: 2027-08-13", "lastDate: 2027-07-13", "reversed_dates", "providers[0].exceptions[0].lastDate", "07-13"],
  ['to: "13:00" }]', 'to: "18:00" }]', "break_outside_hours", "providers[0].hours[0].breaks[0]", '"18:00"'],
  [
    'breaks: [{ from: "12:00", to: "13:00" }]',
    'breaks: [{ from: "12:00", to: "13:00" }, { from: "12:30", to: "13:30" }]',
    "overlapping_breaks",
    "providers[0].hours[0].breaks[1]",
    "13:30",
  ],
  [
    "location: annex, days: [wed]",
    "location: main, days: [tue]",
    "overlapping_hours",
    "providers[0].hours[1]",
    "[tue]",
  ],
  [
    "location: annex, days: [wed]",
    "location: annex, days: [tue]",
    "overlapping_hours_elsewhere",
    "providers[0].hours[1]",
    "[tue]",
  ],
  ["firstDate: 2027-03-06", "firstDate: 2027-03-02", "overlapping_hours", "providers[0].exceptions[1]", "03-02"],
  [
    "{ capability: ultrasound }",
    "{ capability: ultrasound, kind: imaging }",
    "room_need_unclear",
    "services[0].room",
    "kind: imaging }",
  ],
  [
    "{ capability: ultrasound }",
    "{ capability: ultrasond }",
    "no_such_room",
    "services[0].room.capability",
    "ultrasond",
  ],
  ["{ capability: ultrasound }", "{ kind: therapy }", "no_such_room", "services[0].room.kind", "therapy"],
  [
    "[{ provider: ana-ruiz }]",
    "[{ provider: ana-ruiz }, { provider: ben-cole }]",
    "room_elsewhere",
    "services[0].providers[1].provider",
    "{ provider: ben-cole }",
  ],
  ["[{ provider: ana-ruiz }]", "[]", "service_without_provider", "services[0].providers", "providers: []"],
  ["minNoticeMinutes: 60", "minNoticeMinutes: 43200", "policy_contradicts", "organisation.policy", "policy:"],
];

describe("a clinic file", () => {
  it("is read whole, with defaults filled in", () => {
    const reading = readClinicFile(smallClinic);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(reading.clinic.organisation.guestBooking).toBe(false);
    expect(reading.clinic.services[0]).toMatchObject({
      bufferAfterMinutes: 0,
      modality: "in-person",
      onlineBookable: true,
    });
  });

  it.each(rows)("'%s' → '%s' is refused as %s at %s", (from, to, code, path, lineOf) => {
    const text = broken(from, to);
    const line = text.slice(0, text.indexOf(lineOf)).split("\n").length;
    expect(problemsOf(text).map((problem) => [problem.code, problem.path, problem.line])).toEqual([[code, path, line]]);
  });

  it("says where the earlier one of two stands", () => {
    const [problem] = problemsOf(broken("key: ben-cole", "key: ana-ruiz"));
    expect(problem?.params.line).toBe(smallClinic.split("\n").findIndex((line) => line.includes("key: ana-ruiz")) + 1);
  });

  it("names first what was probably meant", () => {
    const [problem] = problemsOf(broken("{ provider: ana-ruiz }", "{ provider: ana-riuz }"));
    expect(problem?.params.known).toBe("ana-ruiz, ben-cole");
  });

  it("points to the name of a field that does not exist, and to the value of one that does", () => {
    expect(problemsOf(broken("    role: nurse", "    rolle: nurse\n    role: nurse"))[0]?.column).toBe(5);
    expect(problemsOf(broken("    role: nurse", "    role: porter"))[0]?.column).toBe(11);
  });

  it("says nothing more about an entry whose kind is unknown", () => {
    const text = broken("kind: closed, firstDate: 2027-08-02", "kind: shut, location: [7], firstDate: 2027-08-02");
    expect(problemsOf(text).map((problem) => problem.code)).toEqual(["not_one_of"]);
  });

  it.each([
    ["a text", "{ en: Heart, es: Corazón }", "{ en: Heart, es: 5 }", "not_text"],
    ["a room's kind", "{ capability: ultrasound }", "{ kind: cellar }", "not_one_of"],
    ["a capability", "{ capability: ultrasound }", "{ capability: 5 }", "not_text"],
  ])("says once that %s cannot be read", (_, from, to, code) => {
    expect(problemsOf(broken(from, to)).map((problem) => problem.code)).toEqual([code]);
  });

  it("names the fields that a group may have", () => {
    const [problem] = problemsOf(broken("    role: nurse", "    rolle: nurse\n    role: nurse"));
    expect(problem?.params.known).toContain("secondFamily");
  });

  it("reports every problem at once, in the order of the file [UI-11]", () => {
    const text = broken("slug: little-clinic", "slug: Little")
      .replace('from: "09:00", to: "17:00"', 'from: "17:00", to: "09:00"')
      .replace("kind: closed", "kind: shut")
      .replace("date: 2026-12-25", "date: 2026-02-31")
      .replace("    department: heart", "    department: hart")
      .replace("durationMinutes: 30", "durationMinutes: long");
    expect(problemsOf(text).map((problem) => problem.code)).toEqual([
      "bad_slug",
      "reversed_hours",
      "not_one_of",
      "unknown_department",
      "not_number",
      "no_such_date",
    ]);
  });

  it("lets dated hours replace the weekly ones of the same place", () => {
    const hours = (place: string) =>
      `{ kind: hours, firstDate: 2027-08-17, location: ${place}, from: "08:00", to: "14:00" }`;
    const closed = "{ kind: closed, firstDate: 2027-08-02, lastDate: 2027-08-13 }";
    expect(problemsOf(broken(closed, hours("main")))).toEqual([]);
    expect(problemsOf(broken(closed, hours("annex")))[0]?.code).toBe("overlapping_hours_elsewhere");
  });

  it("lets a person work elsewhere on a day that is closed at the usual place", () => {
    const closedTuesday = "{ kind: closed, firstDate: 2027-03-09, location: main }";
    const extraTuesday = '{ kind: extra, firstDate: 2027-03-09, location: annex, from: "09:00", to: "12:00" }';
    const text = broken(
      '{ kind: extra, firstDate: 2027-03-06, location: main, from: "09:00", to: "12:00" }',
      extraTuesday,
    );
    expect(problemsOf(text)[0]?.code).toBe("overlapping_hours_elsewhere");
    expect(
      problemsOf(text.replace("{ kind: closed, firstDate: 2027-08-02, lastDate: 2027-08-13 }", closedTuesday)),
    ).toEqual([]);
  });

  it("lets hours at two places share a weekday when their validity keeps them apart", () => {
    const text = broken("location: annex, days: [wed]", "location: annex, validFrom: 2027-02-01, days: [mon]");
    expect(
      problemsOf(text.replace("location: main, days: [mon, tue]", "location: main, validTo: 2027-01-31, days: [mon]")),
    ).toEqual([]);
    expect(
      problemsOf(text.replace("location: main, days: [mon, tue]", "location: main, validTo: 2027-02-01, days: [mon]")),
    ).toHaveLength(1);
  });
});

describe("a file that is not YAML", () => {
  it.each<[string, string, ClinicFileProblemCode, number]>([
    ["nothing", " \n", "empty_file", 1],
    ["only a comment", "# clinic\n", "empty_file", 1],
    ["open bracket", "formatVersion: 1\nlocations: [\n", "yaml_syntax", 3],
    ["field twice", "formatVersion: 1\nstaff: []\nstaff: []\n", "duplicate_field", 3],
    ["alias without anchor", "formatVersion: *none\n", "yaml_syntax", 1],
    ["list instead of a clinic", "- one\n- two\n", "not_group", 1],
    ["too large", "#".repeat(2_000_001), "file_too_large", 1],
  ])("%s", (_, text, code, line) => {
    expect(problemsOf(text)[0]).toMatchObject({ code, line });
  });

  it("does not unfold aliases without end", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [before, name] of ["ab", "bc", "cd", "de", "ef", "fg", "gh"].map((pair) => pair.split(""))) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`);
    }
    expect(problemsOf(bomb.join("\n"))[0]?.code).toBe("yaml_syntax");
  });
});

describe("every problem", () => {
  it("has been provoked by a test above", () => {
    const provoked = new Set(rows.map(([, , code]) => code));
    const whole = ["yaml_syntax", "empty_file", "file_too_large", "duplicate_field", "bad_value"];
    expect(clinicFileProblemCodes.filter((code) => !provoked.has(code) && !whole.includes(code))).toEqual([]);
  });

  it.each(rows)("of '%s' → '%s' (%s) has full sentences in both languages [UI-11]", (from, to) => {
    for (const problem of problemsOf(broken(from, to))) {
      for (const locale of ["en", "es"] as const) {
        const { message, remedy } = problemText(problem, locale);
        expect(`${message} ${remedy}`).not.toMatch(/[{}]/);
      }
    }
  });
});

describe("the demo clinics", () => {
  const demoFile = (name: string) =>
    readFileSync(new URL(`../../../demo/clinics/${name}.yaml`, import.meta.url), "utf8");
  const publishedSchema = new URL("../../../docs/schemas/clinic-file.schema.json", import.meta.url);

  it.each(["riverside", "consultorio-sol"])("%s agrees with the published schema", (name) => {
    const isValid = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(publishedSchema, "utf8")));
    expect(isValid(parse(demoFile(name))), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ ...parse(demoFile(name)), password: "x" })).toBe(false);
  });

  it.each([
    ["riverside", { departments: 8, rooms: 14, providers: 24, services: 30, locations: 2 }],
    ["consultorio-sol", { rooms: 3, providers: 3, services: 8, locations: 1 }],
  ])("%s is read without a problem", (name, counts) => {
    const reading = readClinicFile(
      readFileSync(new URL(`../../../demo/clinics/${name}.yaml`, import.meta.url), "utf8"),
    );
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 2));
    for (const [section, count] of Object.entries(counts)) {
      expect(reading.clinic[section as keyof typeof counts], section).toHaveLength(count);
    }
  });
});
