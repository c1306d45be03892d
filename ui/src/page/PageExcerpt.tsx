import { useElementSize } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { useRead } from "../api";
import { bounds, scrollFor } from "./geometry";
import type { PageMark } from "./marks";
import classes from "./PageExcerpt.module.css";
import { PageSheet } from "./PageSheet";

interface PageExcerptProps {
  document: string;
  page: number;
  marks: readonly PageMark[];
  focus: string | null;
}

/** As much of a page as there is room for, with the marked sentence in view. */
export function PageExcerpt({ document, page, marks, focus }: PageExcerptProps) {
  const { ref: measure, width } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const view = useRead("page", { document, page }).data;
  const shown = marks.filter((mark) => mark.page === page);
  const target = shown.find((mark) => mark.id === focus);

  useEffect(() => {
    const element = scroller.current;
    const box = target && bounds(target.rects);
    if (!element || width <= 0 || view?.cells) return;
    element.scrollTo({ top: box && view ? scrollFor(box, view, (width * view.height) / view.width, element.clientHeight) : 0 });
  }, [target, view, width, page]);

  return (
    // Keyboards scroll it, as it holds nothing else that takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className={classes.scroll} tabIndex={0} role="group" aria-label={`Page ${page}, around the marked words`}>
      <div ref={measure}>{width > 0 && <PageSheet document={document} page={page} view={view} width={width} marks={shown} focus={focus} />}</div>
    </div>
  );
}
