import { verdictLabel } from "../acceptance/words";
import type { Stale } from "../contract/generated";
import { readableDates } from "../document/describe";

const answered: Readonly<Record<string, string>> = { accepted: "what was accepted", condition: "the condition", note: "the note" };

/** What has changed since a decision was made, in words. */
export function staleText(stale: Stale): string {
  switch (stale.stale) {
    case "policy":
      return `The policy was version ${stale.was} and is version ${stale.now}`;
    case "document_came":
      return `A document came: ${stale.file_name}`;
    case "document_gone":
      return `A document is not filed here any more: ${stale.file_name}`;
    case "fact":
      return `${stale.label} was ${readableDates(stale.was ?? "not stated")} and is ${readableDates(stale.now ?? "not stated")}, in ${stale.file_name}`;
    case "tier":
      return `The tier was ${stale.was ?? "not set"} and is ${stale.now ?? "not set"}`;
    case "rule":
      return `${stale.title}: was ${stale.was.toLowerCase()}, now ${stale.now.toLowerCase()} (${stale.found})`;
    case "review":
      return `Review ${stale.number} was finished since`;
    case "answer":
      return `${stale.title}: ${answered[stale.was] ?? "what answered it"} answers it no more`;
    case "register": {
      const what = stale.of ? `${stale.what} of ${stale.of}` : stale.what;
      return `${what}: was ${stale.was ?? "not answered"}, now ${stale.now ?? "not answered"}`;
    }
    case "verdict":
      return `The policy gave “${verdictLabel[stale.was].toLowerCase()}” and gives “${verdictLabel[stale.now].toLowerCase()}”`;
    default:
      return stale satisfies never;
  }
}
