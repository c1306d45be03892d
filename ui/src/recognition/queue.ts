import type { Recognition } from "../contract/generated";

/** A page whose words are to be recognised next. */
export interface WantedPage {
  readonly document: string;
  readonly page: number;
}

/** The page to recognise next: documents in the order in which they came, one page after the other. */
export function nextPage(recognitions: readonly Recognition[]): WantedPage | null {
  for (const { document, left, stopped } of recognitions) {
    const page = left[0];
    if (!stopped && page !== undefined) return { document, page };
  }
  return null;
}

/** Page numbers with runs joined: “pages 2–4, 9”. */
export function pagesText(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === page) last[1] = page;
    else runs.push([page, page]);
  }
  const texts = runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return `${pages.length === 1 ? "page" : "pages"} ${texts.join(", ")}`;
}
