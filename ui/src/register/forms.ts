import type { EvaluatedDocument, Failure, PersonView } from "../contract/generated";

/** What every form of a part gets. */
export interface FormProps<Part> {
  value: Part;
  onChange: (change: Partial<Part>) => void;
  /** The sentence under a field, where something is wrong with it. */
  error: (field: string) => string | undefined;
  people: readonly PersonView[];
  /** The vendor's documents: any can prove what is said. */
  proofs: readonly EvaluatedDocument[];
}

/** Whether the failure stands at a field of the form, whichever. */
export const atAnyField = (failure: Failure): boolean => failure.code === "invalid";
