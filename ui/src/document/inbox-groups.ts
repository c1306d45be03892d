import type { DocumentRow, Inbox, JobView } from "../contract/generated";

/** What stands out about a document that waits, in the order in which it matters. */
export type DocumentNews =
  | { readonly news: "no_text" }
  | { readonly news: "contradictions"; readonly count: number }
  | { readonly news: "warnings"; readonly count: number }
  | { readonly news: "open_facts"; readonly count: number }
  | { readonly news: "checked" };

/** Says what stands out about a document. */
export function newsOf(row: DocumentRow): DocumentNews {
  if (!row.has_text) return { news: "no_text" };
  if (row.contradictions > 0) return { news: "contradictions", count: row.contradictions };
  if (row.warnings > 0) return { news: "warnings", count: row.warnings };
  if (row.open_facts > 0) return { news: "open_facts", count: row.open_facts };
  return { news: "checked" };
}

/** The inbox as it is shown: what needs a closer look before what only needs a glance. */
export interface InboxGroups {
  readonly look: readonly DocumentRow[];
  readonly check: readonly DocumentRow[];
  /** Nothing about them is in doubt. */
  readonly ready: readonly DocumentRow[];
  readonly checked: readonly DocumentRow[];
  readonly reading: readonly JobView[];
  /** Read, and put with a vendor at once. */
  readonly filed: readonly JobView[];
  readonly refused: readonly JobView[];
  readonly setAside: readonly DocumentRow[];
}

/** Sorts what came in into its groups; `ready` are the documents that the application says nothing is in doubt about. */
export function groupInbox(inbox: Inbox, ready: ReadonlySet<string>): InboxGroups {
  const waiting = new Set(inbox.waiting.map((row) => row.id));
  const aside = new Set(inbox.set_aside.map((row) => row.id));
  const by = (...news: DocumentNews["news"][]): DocumentRow[] => inbox.waiting.filter((row) => !ready.has(row.id) && news.includes(newsOf(row).news));
  return {
    look: by("no_text", "contradictions", "warnings"),
    check: by("open_facts"),
    ready: inbox.waiting.filter((row) => ready.has(row.id)),
    checked: by("checked"),
    reading: inbox.jobs.filter((job) => job.state.state === "queued" || job.state.state === "reading" || job.state.state === "recognising"),
    filed: inbox.jobs.filter((job) => job.state.state === "read_again" || job.state.state === "signed_copy" || (job.state.state === "stored" && !waiting.has(job.state.document) && !aside.has(job.state.document))),
    refused: inbox.jobs.filter((job) => job.state.state === "refused" || job.state.state === "packet" || job.state.state === "duplicate" || job.state.state === "own_packet" || job.state.state === "cancelled"),
    setAside: inbox.set_aside,
  };
}

/** The documents that can be selected, in the order in which they stand. */
export function selectable(groups: InboxGroups): readonly DocumentRow[] {
  return [...groups.look, ...groups.check, ...groups.ready, ...groups.checked, ...groups.setAside];
}

/** The document to select when the selected one is gone: what took its place, else the last. */
export function selectAfter(before: readonly string[], now: readonly string[], selected: string | null): string | null {
  if (selected !== null && now.includes(selected)) return selected;
  const at = selected === null ? -1 : before.indexOf(selected);
  if (at < 0) return now[0] ?? null;
  const follower = before.slice(at + 1).find((id) => now.includes(id));
  return follower ?? now[now.length - 1] ?? null;
}

/** How far reading is, as a share from 0 to 1; `null` while the number of pages is unknown. */
export function readShare(done: number, total: number): number | null {
  return total > 0 ? Math.min(1, done / total) : null;
}
