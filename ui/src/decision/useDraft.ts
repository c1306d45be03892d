import { useCallback, useEffect, useRef, useState } from "react";
import { useWrite } from "../api";
import type { DecisionDraft } from "../contract/generated";

/** Whether what stands in the form is kept. */
export type Kept = "untouched" | "typing" | "saved" | "failed";

export const pauseMs = 500;

/** Keeps what is typed: a moment after the last change, and when the form is left. */
export function useDraft(vendor: string, opening: DecisionDraft) {
  const [draft, setDraft] = useState(opening);
  const [kept, setKept] = useState<Kept>("untouched");
  const { mutate } = useWrite("decision_draft");
  const unsaved = useRef<DecisionDraft | null>(null);
  const timer = useRef<number | undefined>(undefined);

  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    const pending = unsaved.current;
    if (!pending) return;
    unsaved.current = null;
    mutate(
      { vendor, draft: pending },
      {
        onSuccess: () => {
          if (!unsaved.current) setKept("saved");
        },
        onError: () => {
          unsaved.current ??= pending;
          setKept("failed");
        },
      },
    );
  }, [mutate, vendor]);

  useEffect(() => flush, [flush]);

  const change = (part: Partial<DecisionDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    setKept("typing");
    unsaved.current = next;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(flush, pauseMs);
  };
  /** The draft has become a decision: nothing is left to keep. */
  const settle = (): void => {
    window.clearTimeout(timer.current);
    unsaved.current = null;
  };
  return { draft, kept, change, flush, settle };
}
