import { problemText } from "../api";
import type { Failure } from "../contract/generated";
import type { FieldErrors } from "./draft";

const fields = ["outcome", "reason", "conditions", "signers", "next_review", "residual"];

/** Whether a failure belongs to a field of the form. */
export function ofForm(failure: Failure): boolean {
  return failure.code === "invalid" && fields.includes(failure.field);
}

/** The failure at its field. */
export function errorAt(failure: Failure | null): FieldErrors {
  if (failure?.code !== "invalid") return {};
  const { field, problem } = failure;
  const residualMissing = field === "residual" && problem.problem === "empty";
  return { [field]: residualMissing ? "An approval says which risk stays: choose how high it is, and say what can still happen." : problemText(problem) };
}
