import { useCallback, useEffect, useRef } from "react";
import { useWrite } from "../api";
import type { AlternativeRecord } from "../contract/generated";

const pauseMs = 500;

/** Keeps what is typed of the path: a moment after the last change, and when the form is closed. */
export function useAlternativeDraft(vendor: string) {
  const { mutate } = useWrite("alternative_draft_keep");
  const unsaved = useRef<AlternativeRecord | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    const record = unsaved.current;
    unsaved.current = null;
    if (record) mutate({ vendor, record });
  }, [mutate, vendor]);
  useEffect(() => flush, [flush]);
  const settle = useCallback(() => {
    window.clearTimeout(timer.current);
    unsaved.current = null;
  }, []);
  const keep = useCallback(
    (record: AlternativeRecord) => {
      unsaved.current = record;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, pauseMs);
    },
    [flush],
  );
  const discard = useCallback(() => {
    settle();
    mutate({ vendor, record: null });
  }, [settle, mutate, vendor]);
  return { keep, settle, discard };
}
