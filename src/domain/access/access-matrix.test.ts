import { describe, expect, it } from "vitest";
import { accessMatrix, grantFor, permissions, permissionsOf, type Role, roles } from "./index.ts";

/** Read it by row: own, dep(artment) or org(anisation); a dot is a refusal. */
const table = `
                         public patient doctor nurse front-desk supervisor administrator operator system
organisation.view        org    .       .      .     .          .          .             .        .
directory.view           org    .       .      .     .          .          .             .        .
availability.search      org    .       .      .     .          .          .             .        .
availability.explain     .      .       own    own   dep        dep        org           .        .
hold.create              own    own     .      .     dep        .          org           .        .
hold.manage              own    own     .      .     dep        .          org           .        org
appointment.book         own    own     own    own   dep        .          org           .        .
appointment.override     .      .       own    .     dep        dep        org           .        .
appointment.view         own    own     own    own   dep        dep        org           .        org
appointment.search       .      own     own    own   dep        dep        org           .        .
appointment.approve      .      .       own    own   dep        dep        org           .        org
appointment.reschedule   own    own     own    own   dep        .          org           .        org
appointment.cancel       own    own     own    own   dep        dep        org           .        org
appointment.confirm      own    own     own    own   dep        .          org           .        .
appointment.acknowledge  own    own     own    own   dep        .          org           .        .
appointment.edit         own    own     own    own   dep        dep        org           .        .
appointment.arrive       .      own     .      .     dep        .          org           .        .
appointment.check-in     .      own     own    own   dep        .          org           .        .
appointment.start        .      .       own    own   .          .          org           .        .
appointment.complete     .      .       own    own   dep        .          org           .        .
appointment.no-show      .      .       own    own   dep        .          org           .        org
appointment.undo         .      .       .      .     dep        dep        org           .        .
appointment.void         .      .       .      .     .          dep        org           .        .
diary.view               .      .       own    own   dep        dep        org           .        .
patient.search           .      .       own    own   dep        dep        org           .        .
patient.register         .      .       .      .     dep        .          org           .        .
patient.view             .      own     own    own   dep        dep        org           .        org
patient.update           .      own     .      .     dep        .          org           .        .
patient.claim            .      own     .      .     .          .          .             .        .
organisation.manage      .      .       .      .     .          .          org           org      .
location.manage          .      .       .      .     .          .          org           .        .
department.manage        .      .       .      .     .          .          org           .        .
provider.manage          .      .       .      .     .          .          org           .        .
service.manage           .      .       .      .     .          .          org           .        .
schedule.view            .      .       own    own   dep        dep        org           .        .
schedule.manage          .      .       own    own   .          .          org           .        .
time-off.manage          .      .       own    own   .          .          org           .        .
membership.view          .      .       .      .     .          dep        org           .        .
membership.manage        .      .       .      .     .          .          org           .        .
message.view             .      own     .      .     dep        dep        org           .        org
outbox.view              .      .       .      .     .          .          org           org      .
demo.outbox              own    .       .      .     .          .          .             .        .
audit.view               .      .       .      .     .          dep        org           .        .
audit.verify             .      .       .      .     .          org        org           org      org
import.run               .      .       .      .     .          .          org           org      org
account.register         own    .       .      .     .          .          .             .        .
account.sign-in          own    .       .      .     .          .          .             .        .
session.manage           own    own     .      .     .          .          .             .        .
profile.manage           .      own     own    own   own        own        own           own      .
`;

describe("the access matrix [ID-03]", () => {
  const [header = "", ...lines] = table.trim().split("\n");
  const columns = header.trim().split(/\s+/) as Role[];

  it("has one column per role and one line per permission", () => {
    expect(columns).toEqual([...roles]);
    expect(lines.map((line) => line.split(/\s+/)[0]).sort()).toEqual([...permissions].sort());
  });

  it.each(lines)("%s", (line) => {
    const [permission, ...cells] = line.split(/\s+/);
    const grants = accessMatrix[permission as keyof typeof accessMatrix];
    expect(columns.map((role) => grants[role]?.slice(0, 3) ?? ".").join(" ")).toBe(cells.join(" "));
  });
});

describe("grantFor", () => {
  it("takes the widest scope of several roles [ID-03]", () => {
    expect(grantFor("appointment.cancel", ["doctor"])).toBe("own");
    expect(grantFor("appointment.cancel", ["doctor", "front-desk"])).toBe("department");
    expect(grantFor("appointment.cancel", ["administrator", "front-desk"])).toBe("organisation");
  });

  it("refuses what no role grants [ID-03]", () => {
    expect(grantFor("appointment.void", ["patient", "doctor", "front-desk"])).toBeNull();
    expect(grantFor("diary.view", [])).toBeNull();
  });

  it("gives everybody what a visitor has [ID-03]", () => {
    for (const role of roles) expect(grantFor("availability.search", [role])).toBe("organisation");
  });

  it("shows a patient no other patient, no diary and no staff screen [ID-07]", () => {
    const beyondOwn = [...permissionsOf(["patient"])]
      .filter(([, scope]) => scope !== "own")
      .map(([permission]) => permission);
    expect(beyondOwn).toEqual(["organisation.view", "directory.view", "availability.search"]);
    expect(permissionsOf(["patient"]).has("patient.search")).toBe(false);
  });

  it("shows clinicians the records of their own patients only [ID-07]", () => {
    for (const role of ["doctor", "nurse"] as const) expect(grantFor("patient.view", [role])).toBe("own");
  });

  it("keeps the operator away from patients and visits [ID-04]", () => {
    const granted = Object.entries(accessMatrix)
      .filter(([, grants]) => "operator" in grants)
      .map(([permission]) => permission);
    expect(granted.filter((permission) => /^(patient|appointment|diary|message)\./.test(permission))).toEqual([]);
  });
});
