import { useEffect, useRef } from "react";
import type { Failure } from "../contract/generated";

/**
 * Leads the focus to the first field of a form that is wrong when saving was refused; the button that was pressed cannot keep it while it waits.
 * A form that finds out itself what is wrong names the fields instead of a failure.
 */
export function useToError(error: Failure | string | null) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error !== null && error !== "") form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [error]);
  return form;
}
