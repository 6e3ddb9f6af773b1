import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Hold } from "../../../contract/routes/availability.ts";
import { problemOf } from "../../api/index.ts";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import { useSlug } from "../clinic/use-clinic.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { bookedFrom } from "./booked-holds.ts";
import { HoldBar } from "./hold-bar.tsx";
import { HoldGone } from "./hold-gone.tsx";
import { holdQuery } from "./hold-query.ts";
import { useSecondsLeft } from "./use-seconds-left.ts";

interface HoldGuardProps {
  readonly holdId: string;
  readonly children: (hold: Hold) => ReactNode;
}

/** Around every step with a held time: the countdown above it, and what to do when it has lapsed. */
export function HoldGuard({ holdId, children }: HoldGuardProps) {
  const slug = useSlug();
  const booked = bookedFrom(holdId);
  const held = useQuery({ ...holdQuery(slug, holdId), enabled: booked === null });
  const left = useSecondsLeft(held.data);
  if (booked !== null) {
    return <Navigate to="/$slug/book/done/$appointmentId" params={{ slug, appointmentId: booked }} replace />;
  }
  const problem = problemOf(held.error);
  // Signed out is not gone: the page stands, and its next step says what to do.
  const refused = problem !== null && problem.status >= 400 && problem.status < 500 && problem.status !== 401;
  if (refused || left === 0) return <HoldGone hold={held.data?.hold} problem={refused ? problem : null} />;
  if (held.data === undefined || left === null) {
    return problem === null ? <Skeleton rows={2} tall /> : <ProblemNotice problem={problem} />;
  }
  return (
    <>
      <HoldBar held={held.data} left={left} />
      {children(held.data.hold)}
    </>
  );
}
