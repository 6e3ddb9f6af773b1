/** `cita audit verify`: every organisation, or one; and what belongs to none, where all are asked for. */
import { platformOrganisationId } from "../../modules/_kernel/index.ts";
import { readHeads, verifyOrganisation } from "../../modules/audit/index.ts";
import { exitCodes, organisationsAsked, type Session } from "./session.ts";

export async function verifyAudit(session: Session, slug: string | undefined): Promise<number> {
  const { texts, print, tell, dataDir } = session;
  const { database, keyring } = await session.open();
  const asked = await organisationsAsked(database, session, slug);
  const platform = slug === undefined ? [{ slug: "platform", orgId: platformOrganisationId }] : [];
  const heads = await readHeads(dataDir);
  let isIntact = true;
  for (const organisation of [...asked, ...platform]) {
    const { orgId } = organisation;
    const { intact, checked, waiting, findings } = await database.transaction({ orgId }, (tx) =>
      verifyOrganisation(tx, keyring, orgId, heads),
    );
    for (const { kind, eventId, detail } of findings) {
      tell(`${organisation.slug}  ${kind}  ${[eventId, detail].filter((part) => part !== null).join("  ")}`);
    }
    print(
      intact
        ? texts.auditIntact(organisation.slug, checked, waiting)
        : texts.auditBroken(organisation.slug, findings.length),
    );
    isIntact = isIntact && intact;
  }
  return isIntact ? exitCodes.done : exitCodes.failed;
}
