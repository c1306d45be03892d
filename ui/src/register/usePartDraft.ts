import { useCallback, useEffect, useRef } from "react";
import { useWrite } from "../api";
import type { RegisterPart } from "../contract/generated";
import type { Editor } from "./parts";

const pauseMs = 500;

/** Keeps what is typed in an editor: a moment after the last change, and when it is closed. */
export function usePartDraft(vendor: string, { part, item }: Editor) {
  const { mutate } = useWrite("register_draft_keep");
  const unsaved = useRef<RegisterPart | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const write = useCallback((draft: RegisterPart | null) => mutate({ editor: { vendor, part, item }, draft }), [mutate, vendor, part, item]);

  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    const draft = unsaved.current;
    unsaved.current = null;
    if (draft) write(draft);
  }, [write]);
  useEffect(() => flush, [flush]);

  const settle = useCallback(() => {
    window.clearTimeout(timer.current);
    unsaved.current = null;
  }, []);
  const keep = useCallback(
    (draft: RegisterPart) => {
      unsaved.current = draft;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, pauseMs);
    },
    [flush],
  );
  const discard = useCallback(() => {
    settle();
    write(null);
  }, [settle, write]);
  return { keep, settle, discard };
}
