/** What a person is in one organisation: member of its staff, patient, or neither. */
import type { Role } from "../../domain/access/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";

export interface Standing {
  readonly organisationName: string;
  readonly zone: string;
  /** Null where the person does not work there. */
  readonly roles: readonly Role[] | null;
  readonly departmentIds: readonly string[] | null;
  readonly providerId: string | null;
  readonly patientId: string | null;
}

const selectStanding = statement<Standing>(
  "identity.standing",
  `select o.name as "organisationName", o.zone, m.roles, m.department_ids as "departmentIds",
          m.resource_id as "providerId", p.id as "patientId"
   from organisation o
   left join membership m on m.org_id = o.org_id and m.person_id = $2 and m.active
   left join patient p on p.org_id = o.org_id and p.person_id = $2
   where o.org_id = $1`,
);

/** Runs in a transaction that acts in this organisation. */
export async function standingIn(tx: Transaction, orgId: string, personId: string): Promise<Standing> {
  const standing = await tx.one(selectStanding, [orgId, personId]);
  if (standing === undefined) throw new Error(`there is no organisation ${orgId}`);
  return standing;
}
