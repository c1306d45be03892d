// What is missing for a step of the lifecycle, in words: an order that names the thing to enter.
import type { GapView } from "../contract/generated";
import { formatDay } from "../shared/format/dates";

/** Says what is missing. */
export function gapText({ gap, name, from }: GapView): string {
  const of = name === null ? "" : `, ${name}`;
  switch (gap) {
    case "owner":
      return "Name the owner here";
    case "service":
      return "Add the service, with its data and access";
    case "purpose":
      return `Say what it is used for${of}`;
    case "data":
      return `Say which data the vendor reaches${of}`;
    case "access":
      return `Say how far it gets into our systems${of}`;
    case "dependence":
      return `Say what happens when it fails${of}`;
    case "tier":
      return "Assign a tier";
    case "nda":
      return "Agree on confidentiality before a report comes";
    case "evidence":
      return "File a report or a certificate, or choose the alternative path";
    case "contract":
      return "Enter the contract";
    case "contract_term":
      return `Enter when the contract begins or ends${of}`;
    case "next_review":
      return "Decide, with the day of the next review";
    case "signature":
      return `Have the decision signed${of}`;
    case "declined":
      return `Decide again: declined${of === "" ? "" : ` by ${name ?? ""}`}`;
    case "go_live":
      return `Meet the condition before go-live: ${name ?? ""}`;
    case "exit_plan":
      return "Say whether there is a plan to leave";
    case "export_test":
      return "Say whether an export of our data was tested";
    case "offboarding":
      return "Plan the exit: reason, owner, last day, data";
    case "exit_item":
      return name ?? "Finish the mandatory items of the exit";
    case "post_exit_check":
      return from === null ? "Check 30 days after the exit that access is dead" : `Check on ${formatDay(from)} or later that access is dead`;
    default:
      return gap satisfies never;
  }
}
