import type { VerdictName } from "../contract/generated";
import { StateLabel } from "../shared";
import { verdictLabel, verdictState } from "./words";

/** What the policy says of a vendor. */
export function VerdictMark({ verdict }: { verdict: VerdictName }) {
  return <StateLabel state={verdictState[verdict]}>{verdictLabel[verdict]}</StateLabel>;
}
