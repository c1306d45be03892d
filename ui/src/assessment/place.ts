import type { QuestionView } from "../contract/generated";

/** Where of a vendor the matter of a question is followed up, besides the report. */
export interface QuestionPlace {
  /** The tab of the vendor. */
  readonly tab: string;
  readonly label: string;
}

const steps: Readonly<Record<string, QuestionPlace>> = {
  exceptions: { tab: "exceptions", label: "Open the vendor’s exceptions" },
  cuecs: { tab: "cuecs", label: "Open the CUEC workbook" },
  subservice: { tab: "subservice", label: "Open the subservice organizations" },
};

const questions: Readonly<Record<string, QuestionPlace>> = {
  A3: { tab: "contracts", label: "Open confidentiality" },
  A6: { tab: "policy", label: "Open the check of the firm" },
  A7: { tab: "policy", label: "Open the check of the firm" },
  B5: { tab: "contracts", label: "Open the contracts" },
  E8: { tab: "monitoring", label: "Open what was noted between reviews" },
  H1: { tab: "monitoring", label: "Open what was noted between reviews" },
  H2: { tab: "continuity", label: "Open continuity" },
  H4: { tab: "contracts", label: "Open the contracts" },
  H5: { tab: "contracts", label: "Open the contracts" },
};

/** The place of a question; none where all there is to see is in the documents. */
export function placeOfQuestion({ id, step }: Pick<QuestionView, "id" | "step">): QuestionPlace | null {
  return questions[id] ?? steps[step] ?? null;
}
