import { Checkbox, NumberInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import type { ServiceSectionProps } from "./service-form.tsx";
import styles from "./service-resources.module.css";

/** Who offers it; a length of one's own replaces the service's. */
export function ServiceProviders({ draft, onChange }: ServiceSectionProps) {
  const { t } = useTranslation();
  const query = useQuery(routeQuery("admin.providers", { params: inOrganisation }));
  const chosen = new Map(draft.providers.map((one) => [one.providerId, one]));
  const set = (providerId: string, durationMinutes: number | null) =>
    onChange({
      providers: [...draft.providers.filter((one) => one.providerId !== providerId), { providerId, durationMinutes }],
    });
  const remove = (providerId: string) =>
    onChange({
      providers: draft.providers.filter((one) => one.providerId !== providerId),
    });
  return (
    <QueryView query={query}>
      {({ providers }) => (
        <div className={styles.grid}>
          {providers
            .filter(({ id, active }) => active || chosen.has(id))
            .map(({ id, displayName }) => (
              <div key={id} className={styles.row}>
                <Checkbox
                  label={displayName}
                  checked={chosen.has(id)}
                  onChange={(changed) => (changed.currentTarget.checked ? set(id, null) : remove(id))}
                />
                {chosen.has(id) && (
                  <NumberInput
                    className={styles.length}
                    size="xs"
                    aria-label={t("service.own-length", { name: displayName })}
                    placeholder={`${draft.durationMinutes} ${t("ui.minutes")}`}
                    suffix={` ${t("ui.minutes")}`}
                    min={5}
                    max={1440}
                    step={5}
                    value={chosen.get(id)?.durationMinutes ?? ""}
                    onChange={(typed) => set(id, typeof typed === "number" ? typed : null)}
                  />
                )}
              </div>
            ))}
        </div>
      )}
    </QueryView>
  );
}

/** Rooms of which one is assigned; none chosen means that the service needs no room. */
export function ServiceRooms({ draft, onChange }: ServiceSectionProps) {
  const { organisation } = useStaff();
  const query = useQuery(routeQuery("admin.rooms", { params: inOrganisation }));
  const place = (locationId: string) => organisation.locations.find(({ id }) => id === locationId)?.name;
  return (
    <QueryView query={query}>
      {({ rooms }) => (
        <div className={styles.grid}>
          {rooms
            .filter(({ id, active }) => active || draft.roomIds.includes(id))
            .map(({ id, name, locationId }) => (
              <div key={id} className={styles.row}>
                <Checkbox
                  label={organisation.locations.length > 1 ? `${name} · ${place(locationId)}` : name}
                  checked={draft.roomIds.includes(id)}
                  onChange={(changed) => {
                    const others = draft.roomIds.filter((one) => one !== id);
                    onChange({
                      roomIds: changed.currentTarget.checked ? [...others, id] : others,
                    });
                  }}
                />
              </div>
            ))}
        </div>
      )}
    </QueryView>
  );
}
