import type { RelatedDocument } from "../contract/generated";
import { formatDay } from "../shared";

/** How another document belongs to one, before its file name. */
export function relatedText({ relation, from, to }: RelatedDocument): string {
  const covered = from && to ? `, ${from === to ? formatDay(to) : `${formatDay(from)} to ${formatDay(to)}`}` : "";
  switch (relation) {
    case "same_report":
      return `The same report is held in another file${covered}:`;
    case "follows":
      return `Newer than the one held before${covered}, which it supersedes:`;
    case "precedes":
      return `A newer one is held${covered}, and supersedes this one:`;
  }
}
