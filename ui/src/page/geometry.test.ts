import { describe, expect, it } from "vitest";
import { bounds, nextZoom, pictureWidth, place, railPosition, scrollFor } from "./geometry";

const letter = { width: 612, height: 792 };

describe("place", () => {
  it("gives shares of the page, so that a highlight follows the zoom", () => {
    expect(place([61.2, 79.2, 306, 158.4], letter)).toEqual({ left: "10%", top: "10%", width: "40%", height: "10%" });
  });
  it("cuts what reaches over the edge of the page", () => {
    expect(place([-10, 700, 700, 900], letter, 2)).toMatchObject({ left: "0%", width: "100%" });
  });
  it("takes boxes whose corners are swapped", () => {
    expect(place([306, 158.4, 61.2, 79.2], letter)).toEqual(place([61.2, 79.2, 306, 158.4], letter));
  });
  it("does not divide by an empty page", () => {
    expect(place([0, 0, 10, 10], { width: 0, height: 0 }).width).toBe("0%");
  });
});

describe("bounds", () => {
  it("holds every line of a sentence", () => {
    expect(bounds([[100, 10, 200, 20], [50, 22, 180, 32]])).toEqual([50, 10, 200, 32]);
    expect(bounds([])).toBeNull();
  });
});

describe("scrollFor", () => {
  it("leaves context above the sentence and never scrolls above the page", () => {
    expect(scrollFor([0, 10, 100, 20], letter, 792, 600)).toBe(0);
    const low = scrollFor([0, 700, 100, 712], letter, 792, 300);
    expect(low).toBeGreaterThan(550);
    expect(low).toBeLessThan(700);
  });
});

describe("pictureWidth", () => {
  it("asks for a picture at least as wide as the screen shows it", () => {
    expect(pictureWidth(560, 1)).toBe(600);
    expect(pictureWidth(560, 2)).toBe(1200);
    expect(pictureWidth(5000, 2)).toBe(2400);
  });
});

describe("nextZoom", () => {
  it("walks the steps and stays at the ends", () => {
    expect(nextZoom(1, 1)).toBe(1.25);
    expect(nextZoom(1, -1)).toBe(0.8);
    expect(nextZoom(3, 1)).toBe(3);
    expect(nextZoom(0.5, -1)).toBe(0.5);
  });
});

describe("railPosition", () => {
  it("puts the first line at the top and the last at the bottom", () => {
    expect(railPosition(1, 0, 10)).toBe(0);
    expect(railPosition(10, 1, 10)).toBe(100);
    expect(railPosition(6, 0, 10)).toBe(50);
  });
});
