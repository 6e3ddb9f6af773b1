/** The smallest directory in which a service can be offered: one place, department, specialty and room. */
import type { OrganisationContext } from "../../src/modules/_kernel/index.ts";
import { statement } from "../../src/platform/db/statement.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import type { TestKernel } from "./test-kernel.ts";

const insertLocation = statement(
  "test.location",
  `insert into location (org_id, id, key, name, zone, address_lines, city, country, phone)
   values ($1, $2::uuid, ($2::uuid)::text, 'Harbour Street', $3, '{12 Harbour Street}', 'New York', $4, '+12125550101')`,
);
const insertDepartment = statement(
  "test.department",
  `insert into department (org_id, id, key, name_en, name_es, policy)
   values ($1, $2::uuid, ($2::uuid)::text, 'Cardiology', 'Cardiología', '{"minNoticeMinutes": 120}')`,
);
const insertDepartmentLocation = statement(
  "test.department-location",
  "insert into department_location (org_id, department_id, location_id) values ($1, $2, $3)",
);
const insertSpecialty = statement(
  "test.specialty",
  "insert into specialty (org_id, code, name_en, name_es) values ($1, 'cardiology', 'Cardiology', 'Cardiología')",
);
const insertResource = statement(
  "test.room-resource",
  "insert into resource (org_id, id, kind) values ($1, $2, 'room')",
);
const insertRoom = statement(
  "test.room",
  "insert into room (org_id, id, key, name, location_id) values ($1, $2::uuid, ($2::uuid)::text, 'Room 1', $3)",
);

export interface TestDirectory {
  readonly locationId: string;
  readonly departmentId: string;
  readonly specialty: "cardiology";
  readonly roomId: string;
}

export async function aDirectory(t: TestKernel, { orgId, zone, country }: OrganisationContext): Promise<TestDirectory> {
  const [locationId, departmentId, roomId] = [newId(), newId(), newId()];
  await t.database.transaction({ orgId }, async (tx) => {
    await tx.run(insertLocation, [orgId, locationId, zone, country]);
    await tx.run(insertDepartment, [orgId, departmentId]);
    await tx.run(insertDepartmentLocation, [orgId, departmentId, locationId]);
    await tx.run(insertSpecialty, [orgId]);
    await tx.run(insertResource, [orgId, roomId]);
    await tx.run(insertRoom, [orgId, roomId, locationId]);
  });
  return { locationId, departmentId, specialty: "cardiology", roomId };
}
