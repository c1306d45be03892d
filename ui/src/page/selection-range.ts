import type { WordRange } from "./selection";

/** Which words the person selected, seen from the selection's two ends; words are marked by `data-word`. */
export function rangeOf(layer: HTMLElement): WordRange | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const spans = [...layer.querySelectorAll<HTMLElement>("[data-word]")].filter((span) => range.intersectsNode(span));
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return null;
  return {
    first: Number(first.dataset["word"]),
    from: first.contains(range.startContainer) && range.startContainer.nodeType === Node.TEXT_NODE ? range.startOffset : 0,
    last: Number(last.dataset["word"]),
    to: last.contains(range.endContainer) && range.endContainer.nodeType === Node.TEXT_NODE ? range.endOffset : Number.MAX_SAFE_INTEGER,
  };
}
