import type { z } from "zod";
import type { publicService } from "../../../contract/routes/organisation.ts";
import { useClinic } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";

export type Service = z.infer<typeof publicService>;

interface ServiceOptionsProps {
  readonly services: readonly Service[];
  readonly specialty: string | undefined;
}

/** Services that can be booked online, by department. */
export function ServiceOptions({ services, specialty }: ServiceOptionsProps) {
  const { clinic } = useClinic();
  const { text } = useLocale();
  const offered = services.filter((one) => one.onlineBookable && (!specialty || one.specialty === specialty));
  return clinic.departments.map(({ id, name }) => {
    const own = offered.filter((service) => service.departmentId === id);
    if (own.length === 0) return null;
    return (
      <optgroup key={id} label={text(name)}>
        {own.map((service) => (
          <option key={service.id} value={service.id}>
            {text(service.name)}
          </option>
        ))}
      </optgroup>
    );
  });
}
