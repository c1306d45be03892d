/** A box in points from the top left of the page: left, top, right, bottom. */
export type Rect = readonly [number, number, number, number];

/** A page's size in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Where a box stands on the page, as shares of the page, so that it follows every zoom by itself. */
export interface Share {
  readonly left: string;
  readonly top: string;
  readonly width: string;
  readonly height: string;
}

const percent = (part: number, whole: number): string => `${whole > 0 ? Number(((part / whole) * 100).toFixed(4)) : 0}%`;

/** Puts a box, with some points of air around it, onto a page; what reaches over the edge is cut. */
export function place(rect: Rect, page: PageSize, air = 0): Share {
  const left = Math.max(0, Math.min(rect[0], rect[2]) - air);
  const top = Math.max(0, Math.min(rect[1], rect[3]) - air);
  const right = Math.min(page.width, Math.max(rect[0], rect[2]) + air);
  const bottom = Math.min(page.height, Math.max(rect[1], rect[3]) + air);
  return {
    left: percent(left, page.width),
    top: percent(top, page.height),
    width: percent(Math.max(0, right - left), page.width),
    height: percent(Math.max(0, bottom - top), page.height),
  };
}

/** The smallest box around all of them. */
export function bounds(rects: readonly Rect[]): Rect | null {
  const first = rects[0];
  if (!first) return null;
  return rects.reduce<Rect>(
    (all, rect) => [
      Math.min(all[0], rect[0], rect[2]),
      Math.min(all[1], rect[1], rect[3]),
      Math.max(all[2], rect[0], rect[2]),
      Math.max(all[3], rect[1], rect[3]),
    ],
    [first[0], first[1], first[2], first[3]],
  );
}

/** How far to scroll so that the box stands in the upper third of a view, in the view's own pixels. */
export function scrollFor(rect: Rect, page: PageSize, shownHeight: number, viewHeight: number): number {
  const scale = page.height > 0 ? shownHeight / page.height : 1;
  const top = rect[1] * scale;
  const room = Math.max(0, (viewHeight - (rect[3] - rect[1]) * scale) / 3);
  return Math.max(0, top - room);
}

/** The widths in which pictures are asked for: few enough that zooming meets pictures that are there already. */
const widths = [400, 600, 800, 1000, 1200, 1600, 2000, 2400] as const;

/** The width of a picture that is sharp at `cssWidth` on this screen. */
export function pictureWidth(cssWidth: number, devicePixelRatio: number): number {
  const wanted = cssWidth * Math.max(1, devicePixelRatio);
  return widths.find((width) => width >= wanted) ?? widths[widths.length - 1] ?? 2400;
}

/** Zoom goes in these steps; 1 fits the page's width into the pane. */
export const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;

/** The next zoom in a direction; stays at the ends. */
export function nextZoom(zoom: number, step: 1 | -1): number {
  const order = step > 0 ? zooms : [...zooms].reverse();
  return order.find((candidate) => (step > 0 ? candidate > zoom + 0.001 : candidate < zoom - 0.001)) ?? zoom;
}

/** Where a place of a document stands on a rail that shows the whole of it, from 0 to 100. */
export function railPosition(page: number, share: number, pages: number): number {
  if (pages <= 0) return 0;
  return Math.min(100, Math.max(0, ((page - 1 + share) / pages) * 100));
}
