import type { Ability } from "../contract/generated";

/** What a person may do, as it follows "may" and "may not". */
export function abilityText(ability: Ability): string {
  switch (ability) {
    case "keep_documents":
      return "receive and file documents";
    case "judge_facts":
      return "confirm and correct facts";
    case "keep_vendors":
      return "enter and change vendors";
    case "review":
      return "answer and sign reviews";
    case "read_again":
      return "read reviews again";
    case "follow_findings":
      return "follow up exceptions";
    case "sign_decisions":
      return "sign decisions";
    case "snooze":
      return "put off what needs attention";
    case "decide":
      return "record decisions and make packets";
    case "keep_policy":
      return "change the acceptance policy";
    case "keep_workspace":
      return "change people, organisation and protection";
  }
}
