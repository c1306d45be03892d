import { useCallback, useEffect, useRef, useState } from "react";
import { useWrite } from "../api";
import type { DialogDraft, DialogRef } from "../contract/generated";

const pauseMs = 500;

/** What stands in the form of a dialog: it begins with what was typed before, and is kept a moment after the last change and when the dialog closes. */
export function useTyped<Draft extends DialogDraft>(at: DialogRef, before: Draft | null, opening: Draft) {
  const [place] = useState(at);
  const [typed, setTyped] = useState<Draft>(before ?? opening);
  const [kept, setKept] = useState(before !== null);
  const { mutate } = useWrite("dialog_draft_keep");
  const latest = useRef(typed);
  const unsaved = useRef<Draft | null>(null);
  const timer = useRef<number | undefined>(undefined);

  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    const draft = unsaved.current;
    unsaved.current = null;
    if (draft) mutate({ at: place, draft });
  }, [mutate, place]);
  useEffect(() => flush, [flush]);

  const keep = (draft: Draft): void => {
    unsaved.current = draft;
    setKept(true);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(flush, pauseMs);
  };
  const change = (part: Partial<Omit<Draft, "dialog">>): void => {
    latest.current = { ...latest.current, ...part };
    setTyped(latest.current);
    keep(latest.current);
  };
  /** It is being recorded: nothing is left to keep, unless that is refused. */
  const settle = (): void => {
    window.clearTimeout(timer.current);
    unsaved.current = null;
  };
  /** It was recorded, or the person does not want it any more. */
  const drop = (): void => {
    settle();
    if (kept) mutate({ at: place, draft: null });
  };
  return { typed, kept, change, settle, drop, keepAgain: () => keep(latest.current) };
}
