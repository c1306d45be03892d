import { useCallback, useEffect, useRef } from "react";
import { useWrite } from "../api";
import type { FactDraft } from "../contract/generated";

/** How long after the last change what is typed is kept, in milliseconds. */
export const pauseMs = 500;

/** Keeps what is typed of a correction: a moment after the last change, and when the editor is left by walking away. */
export function useFactDraft(document: string, key: string) {
  const { mutate } = useWrite("fact_draft_keep");
  const unsaved = useRef<FactDraft | null>(null);
  const timer = useRef<number | undefined>(undefined);

  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    const draft = unsaved.current;
    unsaved.current = null;
    if (draft) mutate({ document, key, draft });
  }, [mutate, document, key]);
  useEffect(() => flush, [flush]);

  const settle = useCallback(() => {
    window.clearTimeout(timer.current);
    unsaved.current = null;
  }, []);
  return {
    keep: useCallback(
      (draft: FactDraft) => {
        unsaved.current = draft;
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(flush, pauseMs);
      },
      [flush],
    ),
    /** It becomes a judgement, which takes its place: nothing is left to keep. */
    settle,
    /** The person does not want it any more. */
    discard: useCallback(() => {
      settle();
      mutate({ document, key, draft: null });
    }, [settle, mutate, document, key]),
  };
}
