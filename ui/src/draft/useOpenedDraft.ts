import { useEffect } from "react";
import { useWrite } from "../api";
import type { DialogDraft, DialogRef } from "../contract/generated";

/** What is typed in a dialog of that name. */
export type DraftOf<Dialog extends DialogRef["dialog"]> = Extract<DialogDraft, { dialog: Dialog }>;

/**
 * Asks what was typed in a dialog and not recorded, each time it opens; `null` as long as it is closed. A dialog opens when the answer
 * is there, so that its form begins with it and takes the focus. An answer that fails opens it without.
 */
export function useOpenedDraft<Dialog extends DialogRef["dialog"]>(at: (DialogRef & { dialog: Dialog }) | null): { ready: boolean; draft: DraftOf<Dialog> | null } {
  const { mutate, reset, data, isSuccess, isError } = useWrite("dialog_draft");
  const place = at && JSON.stringify(at);
  useEffect(() => {
    if (place === null) reset();
    else mutate(JSON.parse(place) as DialogRef);
  }, [place, mutate, reset]);
  const draft = data?.dialog === at?.dialog ? (data as DraftOf<Dialog> | undefined) : undefined;
  return { ready: place !== null && (isSuccess || isError), draft: draft ?? null };
}
