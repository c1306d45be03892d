// The picture of who rests on whom: parties at the left, vendors at the right, a line for each dependence. Pure arithmetic: the
// same input gives the same picture. Says nothing about what suffices.

/** What is drawn. */
export interface Rests {
  readonly parties: readonly { readonly key: string }[];
  readonly vendors: readonly { readonly key: string }[];
  readonly lines: readonly { readonly party: string; readonly vendor: string }[];
}

/** Where a row stands: the middle of it, in px from the top. */
export interface Placed {
  readonly key: string;
  readonly y: number;
}

/** From where to where a line goes. */
export interface Line {
  readonly party: string;
  readonly vendor: string;
  readonly from: number;
  readonly to: number;
}

export interface Layout {
  readonly height: number;
  readonly parties: readonly Placed[];
  readonly vendors: readonly Placed[];
  readonly lines: readonly Line[];
}

/** The height of a vendor's row in px: a hundred of them stay a picture that is scrolled through. */
export const vendorRow = 22;
/** The least height of a party's row. */
export const partyRow = 40;
/** How far apart lines leave a party. */
const lineGap = 3;
/** Passes of ordering: after a few nothing moves any more. */
const passes = 6;

/** Orders both sides so that few lines cross, and places them. */
export function layout({ parties, vendors, lines }: Rests): Layout {
  const left = parties.map(({ key }) => key);
  let right = vendors.map(({ key }) => key).filter((key) => lines.some(({ vendor }) => vendor === key));
  let ordered = left;
  for (let pass = 0; pass < passes; pass += 1) {
    right = byNeighbours(right, ordered, (key) => lines.filter(({ vendor }) => vendor === key).map(({ party }) => party));
    ordered = byNeighbours(ordered, right, (key) => lines.filter(({ party }) => party === key).map(({ vendor }) => vendor));
  }
  const counts = new Map(ordered.map((key) => [key, lines.filter(({ party }) => party === key).length]));
  const heights = ordered.map((key) => Math.max(partyRow, (counts.get(key) ?? 0) * lineGap + 12));
  const needed = heights.reduce((sum, height) => sum + height, 0);
  const height = Math.max(needed, right.length * vendorRow);
  const placedParties = spread(ordered, heights, height);
  const placedVendors = spread(right, right.map(() => vendorRow), height);
  const at = (placed: readonly Placed[]): Map<string, number> => new Map(placed.map(({ key, y }) => [key, y]));
  const vendorAt = at(placedVendors);
  const drawn = placedParties.flatMap(({ key, y }) => {
    const own = lines.filter(({ party }) => party === key).toSorted((a, b) => (vendorAt.get(a.vendor) ?? 0) - (vendorAt.get(b.vendor) ?? 0));
    return own.map((line, place) => ({ ...line, from: y + (place - (own.length - 1) / 2) * lineGap, to: vendorAt.get(line.vendor) ?? 0 }));
  });
  return { height, parties: placedParties, vendors: placedVendors, lines: drawn };
}

/** Puts each key at the mean place of its neighbours; of equals the order stays. */
function byNeighbours(keys: readonly string[], others: readonly string[], neighbours: (key: string) => string[]): string[] {
  const place = new Map(others.map((key, index) => [key, index]));
  const mean = (key: string, index: number): number => {
    const places = neighbours(key).map((other) => place.get(other) ?? 0);
    return places.length === 0 ? index : places.reduce((sum, each) => sum + each, 0) / places.length;
  };
  const means = keys.map((key, index) => ({ key, index, mean: mean(key, index) }));
  return means.toSorted((a, b) => a.mean - b.mean || a.index - b.index).map(({ key }) => key);
}

/** Spreads rows evenly over the height. */
function spread(keys: readonly string[], heights: readonly number[], height: number): Placed[] {
  const free = keys.length === 0 ? 0 : (height - heights.reduce((sum, each) => sum + each, 0)) / keys.length;
  let top = 0;
  return keys.map((key, index) => {
    const own = (heights[index] ?? 0) + free;
    const y = top + own / 2;
    top += own;
    return { key, y };
  });
}

/** A line as a path of a picture of that width. */
export const pathOf = ({ from, to }: Pick<Line, "from" | "to">, width: number): string => `M0 ${from.toFixed(1)} C ${width / 2} ${from.toFixed(1)}, ${width / 2} ${to.toFixed(1)}, ${width} ${to.toFixed(1)}`;
