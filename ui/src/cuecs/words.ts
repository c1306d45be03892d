import type { AppliesName, CuecChange, CuecProgressName, CuecRefusal, CuecRow, CuecSide, CuecSideInput } from "../contract/generated";
import type { State } from "../shared";

export const appliesLabel: Readonly<Record<AppliesName, string>> = { yes: "Yes", partly: "Partly", no: "No" };
export const progressLabel: Readonly<Record<CuecProgressName, string>> = { not_started: "Not started", planned: "Planned", implemented: "Implemented", verified: "Verified" };

/** How a row stands, in one word with its mark. */
export interface RowState {
  readonly state: State;
  readonly label: string;
}

/** The state of our side; nothing said and nothing decided are both undecided. */
export function sideState(side: Pick<CuecSide, "applies" | "overdue" | "progress" | "has_evidence"> | null): RowState {
  if (!side || side.applies === null) return { state: "unknown", label: "Undecided" };
  if (side.applies === "no") return { state: "pass", label: "Does not apply" };
  if (side.overdue) return { state: "fail", label: side.progress === "verified" ? "Check again" : "Overdue" };
  switch (side.progress) {
    case "verified":
      return { state: "pass", label: "Verified" };
    case "implemented":
      return side.has_evidence ? { state: "pass", label: "Implemented" } : { state: "warn", label: "No evidence" };
    case "planned":
      return { state: "warn", label: "Planned" };
    case "not_started":
      return { state: "fail", label: "Not started" };
    case null:
      return { state: "unknown", label: "Nothing recorded" };
  }
}

/** What an editor begins with: what is said, else what was said of the report before, else nothing. */
export function inputOf(row: Pick<CuecRow, "side" | "carried">): CuecSideInput {
  const side = row.side ?? row.carried;
  return {
    applies: side?.applies ?? null,
    why: side?.why ?? null,
    controls: side?.controls.map(({ id }) => id) ?? [],
    owner: side?.owner ?? null,
    progress: side?.progress ?? null,
    evidence: side?.evidence ?? null,
    proof: side?.proof?.document ?? null,
    due: side?.due ?? null,
    verified_on: side?.verified_on ?? null,
    note: side?.note ?? null,
  };
}

/** What is said beside a control about the report before; nothing where there is none. */
export function changeLabel(change: CuecChange, before: string): string | null {
  switch (change.change) {
    case "first":
      return null;
    case "same":
      return `as in ${before}`;
    case "reworded":
      return "Wording changed";
    case "part":
      return `Part of one of ${before}`;
    case "new":
      return "New";
  }
}

const fields: Readonly<Record<string, string>> = { why: "a reason is needed where it does not wholly apply", due: "what is planned needs a day of a plausible year", verified_on: "what is verified needs a day, today or earlier" };

/** Why a row of a table is refused. */
export function refusalText(why: CuecRefusal): string {
  switch (why.reason) {
    case "no_key":
      return "The row has no key";
    case "unknown_key":
      return `No control of a report that counts has this key: ${why.key}`;
    case "twice":
      return "The same key stands in an earlier row";
    case "value":
      return `${why.column} is not understood: ${why.value}`;
    case "unknown_person":
      return `Nobody active is called: ${why.name}`;
    case "unknown_control":
      return `No control of ours is called: ${why.name}`;
    case "contradicts":
      return `The row does not hold together: ${fields[why.field] ?? why.field}`;
  }
}
