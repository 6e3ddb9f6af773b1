import { useNavigate } from "@tanstack/react-router";
import type { Hold } from "../../../contract/routes/availability.ts";
import { problemOf } from "../../api/index.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { Alternatives } from "./alternatives.tsx";
import { typedReason } from "./reason-draft.ts";
import type { useBook } from "./use-book.ts";
import { useHoldTime } from "./use-hold-time.ts";

interface BookRefusalProps {
  readonly hold: Hold;
  readonly book: ReturnType<typeof useBook>;
}

/** Why it could not be booked, with the way on that fits: other times, a code, the list of times. */
export function BookRefusal({ hold, book }: BookRefusalProps) {
  const slug = useSlug();
  const navigate = useNavigate();
  const other = useHoldTime();
  const problem = problemOf(book.error);
  if (problem === null) return null;
  const ways: Partial<Record<typeof problem.recovery.action, () => void>> = {
    retry: () => book.mutate(typedReason(hold.serviceId)),
    "retry-later": () => book.mutate(typedReason(hold.serviceId)),
    "request-new-code": () =>
      void navigate({
        to: "/$slug/verify",
        params: { slug },
        search: { next: `/${slug}/book/held/${hold.id}/check` },
      }),
    "choose-another-time": () =>
      void navigate({ to: "/$slug/book/$serviceId", params: { slug, serviceId: hold.serviceId } }),
  };
  return (
    <ProblemNotice problem={problem} onRecover={ways[problem.recovery.action]}>
      {problem.alternatives && <Alternatives times={problem.alternatives} hold={other} />}
    </ProblemNotice>
  );
}
