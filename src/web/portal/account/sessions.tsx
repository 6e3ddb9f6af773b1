import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ask, problemOf, routeQuery } from "../../api/index.ts";
import { instantText } from "../../i18n/dates.ts";
import { Button } from "../../ui/portal/button.tsx";
import stack from "../../ui/portal/stack.module.css";
import { Tag } from "../../ui/portal/tag.tsx";
import { useLocale } from "../clinic/use-locale.ts";
import { Answer } from "../shell/answer.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { agentName } from "./agent-name.ts";

/** Where the person is signed in; each of the others can be ended from here. */
export function Sessions() {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const cache = useQueryClient();
  const sessions = useQuery(routeQuery("sessions.list", {}));
  const end = useMutation({
    mutationFn: (id: string) => ask("sessions.end", { params: { id } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["sessions.list"] }),
  });
  const problem = problemOf(end.error);
  return (
    <section className={stack.card}>
      <h2>{t("profile.sessions")}</h2>
      {problem && <ProblemNotice problem={problem} />}
      <Answer of={sessions}>
        {({ sessions: found }) => (
          <ul className={stack.stack}>
            {found.map(({ id, current, agent, lastSeenAt }) => (
              <li key={id} className={stack.row}>
                <span>
                  {agentName(agent)}
                  <span className={stack.small}>
                    {" "}
                    · {t("profile.last-seen", { when: instantText(lastSeenAt, locale) })}
                  </span>
                </span>
                {current ? (
                  <Tag tone="accent">{t("profile.this-device")}</Tag>
                ) : (
                  <Button look="quiet" busy={end.isPending && end.variables === id} onClick={() => end.mutate(id)}>
                    {t("profile.end")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}
