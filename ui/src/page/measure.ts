/** Measures text with the font of the words layer, once per word. */

const sizePx = 100;
const cache = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** The family of the invisible words; any will do, as each word is stretched to its box. */
export const wordFont = "sans-serif";

/** The width of a word at a font size of 1; `null` where nothing can measure (no canvas). */
export function widthOf(text: string): number | null {
  const known = cache.get(text);
  if (known !== undefined) return known;
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return null;
  context.font = `${sizePx}px ${wordFont}`;
  const width = context.measureText(text).width / sizePx;
  if (cache.size > 20_000) cache.clear();
  cache.set(text, width);
  return width;
}
