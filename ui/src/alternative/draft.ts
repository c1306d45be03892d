import type { AlternativeRecord, AlternativeView, CoreScorePart, SubstituteKindView, SubstitutePart } from "../contract/generated";

/** What stands in the form when it opens: what was typed before, else the latest version, else nothing with every control open. */
export function openingRecord(view: AlternativeView): AlternativeRecord {
  const last = view.versions[0]?.record;
  return (
    view.draft ??
    (last
      ? { ...last, expires: view.latest_expiry }
      : {
          reason: null, note: null, report_expected: null, letter_only: false, substitutes: [], limits: [], limit_note: null, duties: [], expires: view.latest_expiry,
          scores: view.controls.map(({ control }) => ({ control, score: null, note: null, document: null, page: null })),
        })
  );
}

/** A substitute of which only the kind is chosen. */
export function emptySubstitute({ kind }: Pick<SubstituteKindView, "kind">): SubstitutePart {
  return { kind, document: null, described: null, dated: null, valid_until: null, checks: [] };
}

/** Replaces the item at a place. */
export function replaced<T>(list: readonly T[], index: number, part: Partial<T>): T[] {
  return list.map((item, each) => (each === index ? { ...item, ...part } : item));
}

const digits = ["none", "said", "shown", "tested"] as const;

/** The score that a key chooses: 0 to 3; others choose none. */
export function scoreOfKey(key: string): CoreScorePart["score"] | undefined {
  return /^[0-3]$/.test(key) ? digits[Number(key)] : undefined;
}
