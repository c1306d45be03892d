import type { CitationView, Standing } from "../contract/generated";

interface Placed {
  readonly citations: readonly CitationView[];
  readonly cited: readonly CitationView[];
  readonly standing: Standing;
}

/** Where what is shown stands: where a person saw it, or where it had been read when it was confirmed, else where it is read. */
export function placesOf({ citations, cited }: Pick<Placed, "citations" | "cited">): readonly CitationView[] {
  return cited.length > 0 ? cited : citations;
}

/** Who cited what is shown; `null` where the reader did. */
export function citedBy({ cited, standing }: Placed): string | null {
  if (cited.length === 0 || standing.standing === "open") return null;
  return standing.standing === "confirmed" ? `as read when ${standing.by} confirmed it` : `cited by ${standing.by}`;
}
