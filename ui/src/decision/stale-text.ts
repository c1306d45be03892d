import type { Stale } from "../contract/generated";
import { readableDates } from "../document/describe";

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
    default:
      return stale satisfies never;
  }
}
