import type { Absence, AnswerKindName, EntryFieldName, MethodName, TestOutcomeName } from "../contract/generated";
import { count, type State } from "../shared";
import { fromName } from "../fact/words";

interface ListWords {
  /** What the list is called over its entries and on its tab. */
  readonly label: string;
  /** One entry, in a sentence. */
  readonly one: string;
  /** Several of them. */
  readonly many: string;
  /** What it is, in plain words. */
  readonly about: string;
}

const lists: Readonly<Record<string, ListWords>> = {
  controls: { label: "Controls", one: "control", many: "controls", about: "What the vendor does, how the auditor tested it, and what came of it." },
  exceptions: { label: "Exceptions", one: "exception", many: "exceptions", about: "Tests in which a control did not work as described. The opinion can still be unqualified." },
  cuecs: { label: "CUECs", one: "CUEC", many: "CUECs", about: "Complementary user entity controls: what the vendor expects of us. The opinion holds only if we do it." },
  user_entity_responsibilities: { label: "Responsibilities", one: "responsibility", many: "responsibilities", about: "What the vendor asks of us besides. The report does not rest on it." },
  csocs: { label: "CSOCs", one: "CSOC", many: "CSOCs", about: "Complementary subservice organization controls: what the vendor expects of its own vendors." },
  subservice_organizations: { label: "Subservice", one: "subservice organization", many: "subservice organizations", about: "Vendors of the vendor on whose controls the report counts." },
  answers: { label: "Answers", one: "answer", many: "answers", about: "What the vendor answered. Nobody independent has checked it." },
  incidents: { label: "Incidents", one: "disclosed incident", many: "disclosed incidents", about: "Incidents that the report itself tells of." },
};

/** The words of a list; a newer application may have lists that this screen does not know. */
export function listWords(list: string): ListWords {
  return lists[list] ?? { label: fromName(list), one: "entry", many: "entries", about: "" };
}

interface OutcomeWords {
  readonly label: string;
  readonly state: State;
}

/** An outcome by its shape and its word. */
export const outcomes: Readonly<Record<TestOutcomeName, OutcomeWords>> = {
  exception: { label: "Exception", state: "fail" },
  not_tested: { label: "Not tested", state: "warn" },
  did_not_occur: { label: "Did not occur", state: "unknown" },
  not_stated: { label: "No result stated", state: "unknown" },
  no_exception: { label: "No exception", state: "pass" },
};

/** In the order in which they matter. */
export const outcomeOrder = Object.keys(outcomes) as readonly TestOutcomeName[];

/** What an answer comes to, by its shape and its word. A "no" is not wrong by itself: many questions ask for it. */
export const answered: Readonly<Record<AnswerKindName, OutcomeWords>> = {
  no: { label: "No", state: "warn" },
  partly: { label: "Partly", state: "warn" },
  blank: { label: "Not answered", state: "unknown" },
  written: { label: "In words", state: "unknown" },
  not_applicable: { label: "Not applicable", state: "unknown" },
  yes: { label: "Yes", state: "pass" },
};

/** In the order in which they matter. */
export const answeredOrder = Object.keys(answered) as readonly AnswerKindName[];

export const methods: Readonly<Record<MethodName, string>> = {
  carve_out: "carved out: its controls were not examined",
  inclusive: "inclusive: its controls were examined too",
};

/** What a field of an entry is called; the text is called by its list. */
export const fieldLabels: Readonly<Record<EntryFieldName, string>> = {
  id: "Number",
  criteria: "Criteria",
  control: "Control",
  tests: "Tests",
  results: "Results",
  outcome: "Outcome",
  sample: "Sample",
  response: "Management’s response",
  subservice: "Subservice organization",
  services: "What it does",
  method: "How the report treats it",
  answer: "Answer",
  comment: "Comment",
};

/** What the text of an entry is. */
export function textLabel(list: string): string {
  return list === "exceptions" ? "The auditor’s words" : list === "subservice_organizations" ? "Name" : list === "answers" ? "Question" : "Text";
}

/** What it means that a list has no entries, in words. */
export function absenceText(list: string, absence: Absence): string {
  const { one, many } = listWords(list);
  switch (absence.absence) {
    case "not_expected":
      return `Documents of this kind list no ${many}.`;
    case "stated":
      return list === "csocs" ? "The report states that it assumes none." : `The report states that there are no ${many}.`;
    case "none_among":
      return `No exception is stated among the ${count(absence.controls, "control")} that were read.`;
    case "not_found": {
      const what = `No ${one} was found`;
      if (absence.pages.length === 0) return `${what}, and no part of the document in which one would stand. A person should look.`;
      return `${what}: a person should look at p. ${absence.pages.join(", ")}.`;
    }
    default:
      return absence satisfies never;
  }
}
