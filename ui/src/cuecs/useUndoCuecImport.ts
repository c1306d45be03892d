import { useWrite } from "../api";
import { showNotice } from "../shared";
import { leftText, undoneText } from "./of-all";

/** Undoes a table of answers as one step, and says what stayed, and why. */
export function useUndoCuecImport() {
  const undo = useWrite("cuecs_import_undo");
  return {
    isPending: undo.isPending,
    run: (id: string): void => {
      // The dialog may be gone when the answer comes.
      undo.mutateAsync({ import: id }).then(
        (undone) => {
          const first = undone.left.slice(0, 3).map(({ vendor_name, text, why }) => `${vendor_name}, “${text.slice(0, 60)}”: ${leftText[why]}`);
          const more = undone.left.length - first.length;
          showNotice({
            state: undone.left.length > 0 ? "warn" : "pass",
            title: `Table undone: ${undoneText(undone)}`,
            text: first.length > 0 ? [...first, ...(more > 0 ? [`and ${more} more; History has all`] : [])].join("; ") : null,
          });
        },
        () => undefined,
      );
    },
  };
}
