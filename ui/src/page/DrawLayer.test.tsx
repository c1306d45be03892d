import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { DrawLayer } from "./DrawLayer";

/** A page of 612 by 792 points, shown at half its size. */
function shown() {
  const onDrawn = vi.fn();
  render(<DrawLayer page={{ width: 612, height: 792 }} onDrawn={onDrawn} />);
  const layer = screen.getByTestId("draw");
  layer.getBoundingClientRect = () => ({ left: 10, top: 20, width: 306, height: 396 }) as DOMRect;
  const drag = (from: [number, number], to: [number, number], button = 0): void => {
    fireEvent(layer, new MouseEvent("pointerdown", { bubbles: true, button, clientX: from[0], clientY: from[1] }));
    fireEvent(layer, new MouseEvent("pointermove", { bubbles: true, button, clientX: to[0], clientY: to[1] }));
    fireEvent(layer, new MouseEvent("pointerup", { bubbles: true, button, clientX: to[0], clientY: to[1] }));
  };
  return { onDrawn, drag };
}

describe("a rectangle on the page", () => {
  it("is told in points of the page", () => {
    const { onDrawn, drag } = shown();
    drag([46, 70], [160, 80]);
    expect(onDrawn.mock.calls).toEqual([[[72, 100, 300, 120]]]);
  });
  it("is the same whichever corner it begins at", () => {
    const { onDrawn, drag } = shown();
    drag([160, 80], [46, 70]);
    expect(onDrawn.mock.calls).toEqual([[[72, 100, 300, 120]]]);
  });
  it("ends at the edge of the page", () => {
    const { onDrawn, drag } = shown();
    drag([46, 70], [900, 900]);
    expect(onDrawn.mock.calls).toEqual([[[72, 100, 612, 792]]]);
  });
  it("is none where it is only a click, or another button", () => {
    const { onDrawn, drag } = shown();
    drag([46, 70], [47, 70]);
    drag([46, 70], [160, 80], 2);
    expect(onDrawn).not.toHaveBeenCalled();
  });
});
