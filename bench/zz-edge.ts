import { readDemoClinic, demoClinics } from "../src/modules/imports/demo/demo-clinics.ts";
import { clinicHistory } from "../src/modules/imports/synthetic/clinic-history.ts";
import { syntheticPatients } from "../src/modules/imports/synthetic/synthetic-patients.ts";
import { lifeOf } from "../src/modules/imports/history/visit-life-steps.ts";
import { asHistoryVisits } from "../src/modules/imports/history/history-visit.ts";
import { agreedPolicyOf, resolvePolicy } from "../src/domain/policy/index.ts";
import { localDateOf } from "../src/domain/time/index.ts";
const base = Math.floor(Temporal.Instant.from("2026-11-21T12:13:30Z").epochMilliseconds/60000);
for (const demo of demoClinics) {
  const clinic = readDemoClinic(demo);
  for (let k = 0; k < 12; k++) {
    const now = base + (k===0?0:k<3? k-1 : k*137) as never;
    const today = localDateOf(now, clinic.organisation.zone);
    const people = syntheticPatients(demo.seed, demo.patients, { ...demo, today });
    const patients = people.map(({key,birthDate,sex,locale})=>({id:key,birthDate,sex,locale}));
    const planned = clinicHistory(clinic, { seed: demo.seed, now, count: demo.appointments, daysBack: 60, daysAhead: 60, patients });
    for (const v of asHistoryVisits("d", planned)) {
      const s = clinic.services.find(x=>x.key===v.serviceId)!; const d = clinic.departments.find(x=>x.key===s.department)!;
      const life = lifeOf(v, agreedPolicyOf(resolvePolicy(clinic.organisation.policy ?? {}, d.policy, s.policy)));
      if (!life.ok) console.log(demo.file, k, now, life.step, JSON.stringify({...v, reason:undefined}));
    }
  }
}
