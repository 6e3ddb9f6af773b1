import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemOf } from "../../api/index.ts";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import { ProblemNotice } from "./problem-notice.tsx";

interface AnswerProps<T> {
  readonly of: UseQueryResult<T>;
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** The three states of what is read from the server: on its way, refused, here. */
export function Answer<T>({ of: query, skeleton, children }: AnswerProps<T>) {
  if (query.data !== undefined) return children(query.data);
  const problem = problemOf(query.error);
  if (problem !== null) return <ProblemNotice problem={problem} />;
  if (query.error !== null) throw query.error;
  return skeleton ?? <Skeleton />;
}
