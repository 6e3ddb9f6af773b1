import type { z } from "zod";
import type { AdminProvider, providerSettings } from "../../../contract/routes/administration.ts";

export type ProviderDraft = z.infer<typeof providerSettings>;

export function providerDraft(provider: AdminProvider | undefined): ProviderDraft {
  const { prefix = "", given = "", family = "", secondFamily = null, role = "doctor", email = null } = provider ?? {};
  const { phone = null, specialties = [], languages = [], departmentIds = [], active = true } = provider ?? {};
  const bio = provider?.bio ?? { en: "", es: "" };
  return {
    ...{ prefix, given, family, secondFamily, role, email },
    ...{ phone, specialties, languages, departmentIds, bio, active },
  };
}
