import { type PointerEvent, useRef, useState } from "react";
import classes from "./PageSheet.module.css";
import type { PageSize, Rect } from "./geometry";
import { place } from "./geometry";

/** Smaller than this, in points, is a click and no rectangle. */
const least = 4;

/** Lets a person draw a rectangle on the page. */
export function DrawLayer({ page, onDrawn }: { page: PageSize; onDrawn: (rect: [number, number, number, number]) => void }) {
  const layer = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Rect | null>(null);
  const at = (event: PointerEvent): [number, number] => {
    const box = layer.current?.getBoundingClientRect();
    if (!box || box.width === 0 || box.height === 0) return [0, 0];
    const along = (from: number, length: number): number => Math.min(1, Math.max(0, from / length));
    return [along(event.clientX - box.left, box.width) * page.width, along(event.clientY - box.top, box.height) * page.height];
  };
  return (
    <div
      ref={layer}
      className={classes.draw}
      data-testid="draw"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture?.(event.pointerId);
        const [x, y] = at(event);
        setDrawn([x, y, x, y]);
      }}
      onPointerMove={(event) => {
        const [x, y] = at(event);
        setDrawn((now) => now && [now[0], now[1], x, y]);
      }}
      onPointerUp={() => {
        if (drawn) {
          const [x0, y0, x1, y1] = [Math.min(drawn[0], drawn[2]), Math.min(drawn[1], drawn[3]), Math.max(drawn[0], drawn[2]), Math.max(drawn[1], drawn[3])];
          if (x1 - x0 > least && y1 - y0 > least) onDrawn([x0, y0, x1, y1]);
        }
        setDrawn(null);
      }}
    >
      {drawn && <i style={place(drawn, page)} />}
    </div>
  );
}
