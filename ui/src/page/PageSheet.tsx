import { useEffect, useState } from "react";
import { usePlatform } from "../api";
import type { CiteFrom, PageView } from "../contract/generated";
import { DrawLayer } from "./DrawLayer";
import { pictureWidth, place } from "./geometry";
import type { PageMark } from "./marks";
import classes from "./PageSheet.module.css";
import { SheetRows } from "./SheetRows";
import { WordsLayer } from "./WordsLayer";

export interface PageSheetProps {
  document: string;
  page: number;
  /** Size and words of the page; the sheet keeps the shape of a usual page until they are known. */
  view: PageView | undefined;
  /** Width in CSS pixels. */
  width: number;
  /** How large a sheet of a workbook is written, which has no width of its own. */
  zoom?: number;
  marks: readonly PageMark[];
  /** The mark that the eye should find. */
  focus: string | null;
  /** Hears of places that a person marks, with the tool at hand; without it nothing can be marked. */
  cite?: { tool: "words" | "area"; onMarked: (from: CiteFrom) => void } | undefined;
}

/** One page as a picture, with marked sentences and selectable words. */
export function PageSheet(props: PageSheetProps) {
  const { view, marks, focus, zoom = 1, cite } = props;
  if (view?.cells) return <SheetRows view={view} marks={marks} focus={focus} zoom={zoom} onMarked={cite?.onMarked} />;
  return <Paper {...props} />;
}

function Paper({ document, page, view, width, marks, focus, cite }: PageSheetProps) {
  const platform = usePlatform();
  const source = platform.pagePicture("document", document, page, pictureWidth(width, window.devicePixelRatio));
  const [failed, setFailed] = useState<string | null>(null);
  const undrawable = failed === source;
  // A picture takes a moment to be drawn; until then the words stand in for it. A change of size keeps the old picture.
  const sheet = `${document}:${page}`;
  const [drawn, setDrawn] = useState<string | null>(null);
  const size = view ?? { width: 612, height: 792 };

  return (
    <div className={classes.sheet} style={{ width, aspectRatio: `${size.width} / ${size.height}` }}>
      {!undrawable && (
        <img
          key={sheet}
          className={classes.picture}
          src={source}
          alt={`Page ${page}${view?.label ? `, printed ${view.label}` : ""}`}
          draggable={false}
          decoding="sync"
          onLoad={() => setDrawn(sheet)}
          onError={() => setFailed(source)}
        />
      )}
      {view && (
        <>
          <div className={classes.marks} aria-hidden="true">
            {marks.flatMap((mark) =>
              mark.rects.map((rect, index) => (
                // A quote's lines have no names of their own.
                // oxlint-disable-next-line react/no-array-index-key
                <i key={`${mark.id}:${index}`} data-strong={mark.id === focus || mark.now || undefined} style={place(rect, view, 1.2)} />
              )),
            )}
          </div>
          {focus !== null && (
            // On a dark or coloured ground a marker cannot be seen; its edge can.
            <div className={classes.edges} aria-hidden="true">
              {marks.filter((mark) => mark.id === focus).flatMap((mark) => mark.rects.map((rect) => <i key={rect.join(" ")} style={place(rect, view, 1.2)} />))}
            </div>
          )}
          <WordsLayer page={view} visible={undrawable ? "plain" : drawn === sheet ? "hidden" : "waiting"} onSelected={cite?.tool === "words" ? (first, last) => cite.onMarked({ from: "words", page, first, last }) : undefined} />
          {cite?.tool === "area" && <DrawLayer page={view} onDrawn={(rect) => cite.onMarked({ from: "area", page, rect })} />}
        </>
      )}
      {undrawable && <p className={classes.note}>This page could not be drawn; its words stand where they were read.</p>}
    </div>
  );
}

/** Fetches the pictures of neighbouring pages, so that turning is instant. */
export function useNeighbours(document: string, page: number, pages: number, width: number): void {
  const platform = usePlatform();
  useEffect(() => {
    if (width <= 0) return;
    const timer = window.setTimeout(() => {
      for (const other of [page + 1, page - 1]) {
        if (other >= 1 && other <= pages) new Image().src = platform.pagePicture("document", document, other, pictureWidth(width, window.devicePixelRatio));
      }
    }, 250);
    return () => window.clearTimeout(timer);
  }, [platform, document, page, pages, width]);
}
