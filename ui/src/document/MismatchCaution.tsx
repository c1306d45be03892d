import type { Mismatch } from "../contract/generated";
import { StateMark } from "../shared";
import { mismatchState, mismatchText } from "./mismatch-text";

/** What speaks against a document being its vendor's, with what to do. */
export function MismatchCaution({ mismatch, vendor }: { mismatch: Mismatch; vendor: string }) {
  const state = mismatchState(mismatch);
  return (
    <li data-state={state}>
      <StateMark state={state} size="sm" label={state === "fail" ? "Another company" : "Compare"} />
      <p>{mismatchText(mismatch, vendor)}</p>
    </li>
  );
}
