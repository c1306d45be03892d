import { useWrite } from "../api";
import type { ImportUndone } from "../contract/generated";
import { count, showNotice } from "../shared";

/** What undoing did, in a sentence. */
export function undoneText({ removed, restored, left }: ImportUndone): string {
  const parts = [`${count(removed, "vendor")} removed`, `${restored} put back`];
  return left.length > 0 ? `${parts.join(", ")}, ${left.length} left as they are` : parts.join(", ");
}

/** Undoes an import and says what stayed, and why. */
export function useUndoImport() {
  const undo = useWrite("import_undo");
  return {
    isPending: undo.isPending,
    run: (id: string, onDone?: (undone: ImportUndone) => void) =>
      undo.mutate(
        { import: id },
        {
          onSuccess: (undone) => {
            const first = undone.left.slice(0, 3).map(({ name, why }) => `${name}: ${why}`);
            const more = undone.left.length - first.length;
            showNotice({
              state: undone.left.length > 0 ? "warn" : "pass",
              title: `Import undone: ${undoneText(undone)}`,
              text: first.length > 0 ? [...first, ...(more > 0 ? [`and ${more} more; History has all`] : [])].join("; ") : null,
            });
            onDone?.(undone);
          },
        },
      ),
  };
}
