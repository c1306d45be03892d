const FIELDS = ["input", "textarea", "select"].map((name) => `.mantine-Modal-body ${name}`).join(", ");

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Whether there is a field that can have the focus; it has it then. */
function focusFirst(dialog: Element): boolean {
  const fields = Array.from(dialog.querySelectorAll<Field>(FIELDS));
  const first = fields.find(({ disabled, type, tabIndex }) => !disabled && type !== "hidden" && tabIndex >= 0);
  first?.focus({ preventScroll: true });
  return first !== undefined;
}

/**
 * Gives a dialog's first field the focus where the dialog would open on its close button, which stands first: whoever opens a form
 * wants to fill it in. Where its fields are loaded first they get it when they come. Once somebody has pressed anything in the
 * dialog, the way back to the button is theirs. Gives what ends it.
 */
export function focusFirstFields(document: Document): () => void {
  const dialogOf = (target: EventTarget | null): Element | null => (target instanceof Element ? target.closest("[role='dialog']") : null);
  const used = new WeakSet<Element>();
  const use = ({ target }: Event): void => {
    const dialog = dialogOf(target);
    if (dialog) used.add(dialog);
  };
  const entered = ({ target }: FocusEvent): void => {
    const dialog = dialogOf(target);
    if (!dialog || used.has(dialog) || !(target instanceof Element) || !target.matches(".mantine-Modal-close")) return;
    if (focusFirst(dialog)) return;
    const observer = new MutationObserver(() => {
      if (used.has(dialog) || document.activeElement !== target || focusFirst(dialog)) observer.disconnect();
    });
    observer.observe(dialog, { childList: true, subtree: true });
  };
  const by = ["keydown", "pointerdown"] as const;
  document.addEventListener("focusin", entered);
  for (const event of by) document.addEventListener(event, use, true);
  return () => {
    document.removeEventListener("focusin", entered);
    for (const event of by) document.removeEventListener(event, use, true);
  };
}
