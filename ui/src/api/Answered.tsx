import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Failure } from "../contract/generated";
import { Loading } from "../shared/region/Loading";
import { FailurePanel } from "./FailurePanel";

interface Props<Answer> {
  of: UseQueryResult<Answer, Failure>;
  /** What is being fetched, for screen readers: "Vendors". */
  what: string;
  children: (answer: Answer) => ReactNode;
}

/** Shows an answer, or that it is on its way, or why it did not come. An answer that is there stays while it is fetched again. */
export function Answered<Answer>({ of, what, children }: Props<Answer>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <FailurePanel failure={of.error} onRetry={() => void of.refetch()} />;
  return <Loading what={what} />;
}
