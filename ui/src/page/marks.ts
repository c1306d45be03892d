import type { CitationView } from "../contract/generated";
import { bounds, railPosition, type Rect } from "./geometry";

/** A place of a document that something on screen points to. */
export interface PageMark {
  /** Tells the marks of one document apart. */
  readonly id: string;
  readonly page: number;
  /** One box per line of the quote, in points from the top left. */
  readonly rects: readonly Rect[];
  /** What it says there, for its accessible name. */
  readonly label: string;
  /** Whether a person has looked at it. */
  readonly checked: boolean;
  /** Whether a person is marking it at this moment. */
  readonly now?: boolean;
}

/** The name of the mark of a citation. */
export function markId(key: string, citation: number): string {
  return `${key}:${citation}`;
}

/** The marks of what was cited under one name. */
export function marksOf(key: string, label: string, citations: readonly CitationView[], checked: boolean): PageMark[] {
  return citations.map((citation, index) => ({ id: markId(key, index), page: citation.page, rects: citation.rects, label, checked }));
}

/** A mark with its place on the rail. */
export interface RailMark {
  readonly mark: PageMark;
  /** From 0 to 100. */
  readonly at: number;
}

/** Puts marks on the rail that stands for the whole document; `height` is that of a usual page in points. */
export function onRail(marks: readonly PageMark[], pages: number, height: number): RailMark[] {
  return marks.map((mark) => {
    const box = bounds(mark.rects);
    const share = box && height > 0 ? Math.min(1, Math.max(0, box[1] / height)) : 0;
    return { mark, at: railPosition(mark.page, share, pages) };
  });
}
