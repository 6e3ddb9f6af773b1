import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestKernel, type TestKernel } from "../../../test/builders/test-kernel.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Operation } from "../_kernel/index.ts";
import { findOrganisation, operations, takeOrganisationAddress } from "./index.ts";

let t: TestKernel;
beforeAll(async () => {
  t = await startTestKernel();
});
afterAll(() => t.stop());

function operation(name: Operation["name"]): Operation {
  const found = operations.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

const settings = {
  name: "Harbour Health",
  zone: "America/New_York",
  phone: "+12125550100",
  email: "desk@harbour.example",
  accent: null,
  listed: false,
  guestBooking: false,
  policy: {},
};

describe("addresses", () => {
  it("leads to the organisation, and a retired address to the same one", async () => {
    const clinic = await t.newOrganisation({ slug: "harbour" });
    await t.database.transaction({ orgId: clinic.orgId }, (tx) =>
      takeOrganisationAddress(tx, clinic.orgId, "harbour-health"),
    );
    const find = findOrganisation(t.database);
    expect(await find("harbour-health")).toMatchObject({ orgId: clinic.orgId, slug: "harbour-health" });
    expect(await find("harbour")).toMatchObject({ orgId: clinic.orgId, slug: "harbour-health" });
    expect(await find("nowhere")).toBeNull();
  });

  it("belongs to one organisation only", async () => {
    await t.newOrganisation({ slug: "taken" });
    const other = await t.newOrganisation();
    const act = (tx: Parameters<typeof takeOrganisationAddress>[0]) =>
      takeOrganisationAddress(tx, other.orgId, "taken");
    expect(await t.database.transaction({ orgId: other.orgId }, act)).toBe(false);
    await expect(t.newOrganisation({ slug: "taken" })).rejects.toThrow("already_exists");
  });

  it("cannot be given to an organisation in which one does not act", async () => {
    const other = await t.newOrganisation();
    await expect(
      t.database.transaction({ orgId: newId() }, (tx) => takeOrganisationAddress(tx, other.orgId, "foreign")),
    ).rejects.toThrow("another organisation");
  });
});

it("lists only organisations that chose to be listed", async () => {
  const listed = await t.newOrganisation({ listed: true, name: "Seen" });
  const hidden = await t.newOrganisation({ name: "Hidden" });
  const answer = await t.run(operation("platform.organisations"), t.as(hidden, "public"));
  expect(answer).toMatchObject({ ok: true, value: { demo: false, setupNeeded: false } });
  expect(JSON.stringify(answer)).toContain(listed.slug);
  expect(JSON.stringify(answer)).not.toContain(hidden.slug);
});

describe("settings", () => {
  const update = operation("admin.update-settings");

  it("are changed with a version, and the address shows it at once", async () => {
    const clinic = await t.newOrganisation({ policy: { automaticNoShow: true, holdMinutes: 7 } });
    const find = findOrganisation(t.database);
    await find(clinic.slug);
    const admin = t.as(clinic, "administrator");
    const body = { ...settings, name: "New name", guestBooking: true, policy: { cancelDeadlineMinutes: 120 } };
    const changed = await t.run(update, admin, { body, ifMatch: 1 });
    expect(changed).toMatchObject({
      ok: true,
      value: { name: "New name", version: 2, policy: { cancelDeadlineMinutes: 120, holdMinutes: null } },
    });
    expect(await find(clinic.slug)).toMatchObject({ name: "New name", guestBooking: true });
    expect(await t.run(operation("admin.settings"), admin)).toEqual(changed);
    expect(await t.run(update, admin, { body, ifMatch: 1 })).toMatchObject({ ok: false, code: "stale_version" });
  });

  it("refuse a zone that is none and rules out of bounds, naming every field", async () => {
    const clinic = await t.newOrganisation();
    const body = { ...settings, zone: "Mars/Olympus", phone: "555", policy: { holdMinutes: 60 } };
    const refused = await t.run(update, t.as(clinic, "administrator"), { body, ifMatch: 1 });
    expect(refused).toMatchObject({
      code: "invalid_request",
      fields: [
        { path: "zone", code: "not_allowed" },
        { path: "phone", code: "bad_phone" },
        { path: "policy.holdMinutes", code: "out_of_range", params: { minimum: 2, maximum: 15 } },
      ],
    });
  });

  it("are for administrators: others are refused", async () => {
    const clinic = await t.newOrganisation();
    expect(await t.run(update, t.as(clinic, "front-desk"), { body: settings, ifMatch: 1 })).toMatchObject({
      code: "forbidden",
    });
    expect(await t.run(operation("admin.settings"), t.as(clinic, "public"))).toMatchObject({ code: "unauthenticated" });
  });
});
