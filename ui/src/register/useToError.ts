import { useEffect, useRef } from "react";
import type { Failure } from "../contract/generated";

/** Leads the focus to the first field that is wrong when saving was refused; the button that was pressed cannot keep it while it waits. */
export function useToError(error: Failure | null) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [error]);
  return form;
}
