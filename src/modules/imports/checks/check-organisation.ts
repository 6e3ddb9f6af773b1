/** The organisation's own rules: locales, address, and booking rules that leave something to book. */
import { type Policy, resolvePolicy } from "../../../domain/policy/index.ts";
import { MINUTES_PER_DAY } from "../../../domain/time/index.ts";
import type { Report } from "../finding.ts";
import { entriesOf, type ReadableClinic } from "../readable-clinic.ts";
import type { Path } from "../readable-part.ts";

/** First parts of web addresses that belong to the product itself; an organisation there would hide them. */
const reservedSlugs: ReadonlySet<string> = new Set([
  "admin",
  "api",
  "assets",
  "demo",
  "fhir",
  "health",
  "help",
  "metrics",
  "outbox",
  "platform",
  "ready",
  "setup",
  "sign-in",
  "sign-up",
  "static",
]);

export function checkOrganisation(file: ReadableClinic, report: Report): void {
  const { organisation } = file;
  if (organisation?.slug !== undefined && reservedSlugs.has(organisation.slug)) {
    report(["organisation", "slug"], "reserved_slug");
  }
  const { defaultLocale, locales } = organisation ?? {};
  if (defaultLocale !== undefined && locales !== undefined && !locales.includes(defaultLocale)) {
    report(["organisation", "defaultLocale"], "default_locale_not_listed", { known: locales.join(", ") });
  }
  checkPolicies(file, report);
}

/** A service's rules stand on its department's, those on the organisation's, and those on the defaults. */
function checkPolicies(file: ReadableClinic, report: Report): void {
  const widest = file.organisation?.policy ?? {};
  if (file.organisation?.policy) checkPolicy(resolvePolicy(widest), ["organisation", "policy"], report);
  for (const [index, department] of entriesOf(file.departments)) {
    if (!department.policy) continue;
    checkPolicy(resolvePolicy(widest, department.policy), ["departments", index, "policy"], report);
  }
  for (const [index, service] of entriesOf(file.services)) {
    if (!service.policy) continue;
    const department = file.departments?.find((entry) => entry !== undefined && entry.key === service.department);
    checkPolicy(resolvePolicy(widest, department?.policy, service.policy), ["services", index, "policy"], report);
  }
}

function checkPolicy({ minNoticeMinutes, maxHorizonDays }: Policy, path: Path, report: Report): void {
  if (minNoticeMinutes < maxHorizonDays * MINUTES_PER_DAY) return;
  report(path, "policy_contradicts", { noticeMinutes: minNoticeMinutes, horizonDays: maxHorizonDays });
}
