import { expect, it } from "vitest";
import { placed } from "./line";

it("stands on the ground at nothing and under the top at the most; what was not counted has no place", () => {
  const point = (value: number | null) => ({ day: "2026-03-31", value, said: "" });
  expect(placed([point(0), point(null), point(10)], 120, 30)).toEqual([{ x: 20, y: 25 }, null, { x: 100, y: 5 }]);
  expect(placed([point(0), point(0)], 110, 30).map((place) => place?.y)).toEqual([25, 25]);
});
