import type { WayPoint } from "./words";

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Room above and below, so that no point is cut. */
const margin = 5;

/** Where points stand: each in the middle of its month, months side by side in equal steps, values from 0, which is the ground, to the largest. `null` where nothing was counted. */
export function placed(points: readonly WayPoint[], width: number, height: number): readonly (Place | null)[] {
  const most = Math.max(...points.map(({ value }) => value ?? 0), 0);
  const step = width / Math.max(1, points.length);
  return points.map(({ value }, at) => (value === null ? null : { x: (at + 0.5) * step, y: height - margin - (most === 0 ? 0 : (value / most) * (height - 2 * margin)) }));
}
