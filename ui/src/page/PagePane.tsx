import { Button, Menu, NumberInput, Tooltip } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useCallback, useEffect, useRef, useState } from "react";
import { useRead } from "../api";
import type { SectionView } from "../contract/generated";
import { IconButton } from "../shared/icon/IconButton";
import { bounds, nextZoom, scrollFor } from "./geometry";
import { MarksRail } from "./MarksRail";
import type { PageMark } from "./marks";
import classes from "./PagePane.module.css";
import { PageSheet, type PageSheetProps, useNeighbours } from "./PageSheet";

export interface PagePaneProps {
  document: string;
  /** What stands over the page: the file's name. */
  title: string;
  pages: number;
  page: number;
  onPage: (page: number) => void;
  /** The parts of the document. */
  sections: readonly SectionView[];
  /** Every place of the document that a fact points to. */
  marks: readonly PageMark[];
  /** The mark that the eye should find. */
  focus: string | null;
  onMark: (mark: PageMark) => void;
  /** Lets a person mark places. */
  cite?: PageSheetProps["cite"];
}

/** The document as it is printed, with what was read from it marked. */
export function PagePane({ document, title, pages, page, onPage, sections, marks, focus, onMark, cite }: PagePaneProps) {
  const { ref: measure, width: room } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const view = useRead("page", { document, page }, { keepPrevious: false });
  const width = Math.max(240, Math.floor(room * zoom));
  useNeighbours(document, page, pages, width);

  const shown = marks.filter((mark) => mark.page === page);
  const target = shown.find((mark) => mark.id === focus);
  const size = view.data;
  useEffect(() => {
    const element = scroller.current;
    // Rows of a workbook come into view by themselves.
    if (!element || room <= 0 || size?.cells) return;
    const box = target && bounds(target.rects);
    const top = box && size ? scrollFor(box, size, (width * size.height) / size.width, element.clientHeight) : 0;
    element.scrollTo({ top });
    // Scrolls when the eye is sent somewhere, not when the person zooms.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [document, page, focus, size, room > 0]);

  const turn = useCallback((step: 1 | -1) => onPage(Math.min(pages, Math.max(1, page + step))), [onPage, page, pages]);

  return (
    <section className={classes.pane} aria-label="Page of the document">
      <div className={classes.bar}>
        <Contents sections={sections} page={page} onPage={onPage} />
        <span className={classes.title} title={title}>
          {title}
        </span>
        <IconButton size="xs" icon="chevron-left" name="Previous page" keys="left" disabled={page <= 1} onClick={() => turn(-1)} />
        <PageNumber key={page} page={page} pages={pages} onPage={onPage} />
        {size?.label && <span className={classes.printed} title={size.cells ? "Name of the sheet" : "Number printed on the page"}>{size.cells ? size.label : `printed ${size.label}`}</span>}
        <IconButton size="xs" icon="chevron-right" name="Next page" keys="right" disabled={page >= pages} onClick={() => turn(1)} />
        <span className={classes.rule} />
        <IconButton size="xs" icon="zoom-out" name="Smaller" disabled={nextZoom(zoom, -1) === zoom} onClick={() => setZoom(nextZoom(zoom, -1))} />
        <Tooltip label="Fit the width">
          <Button size="xs" variant="subtle" onClick={() => setZoom(1)} aria-label={`Fit the width, now ${Math.round(zoom * 100)} %`}>
            {zoom === 1 ? "Fit" : `${Math.round(zoom * 100)} %`}
          </Button>
        </Tooltip>
        <IconButton size="xs" icon="zoom-in" name="Larger" disabled={nextZoom(zoom, 1) === zoom} onClick={() => setZoom(nextZoom(zoom, 1))} />
      </div>
      <div className={classes.stage}>
        {/* Keyboards scroll it, as it holds nothing else that takes the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div ref={scroller} className={classes.scroll} data-rest tabIndex={0} role="group" aria-label={`Page ${page} of ${pages}`}>
          <div ref={measure} className={classes.measure}>
            {room > 0 && <PageSheet document={document} page={page} view={size} width={width} zoom={zoom} marks={shown} focus={focus} cite={cite} />}
          </div>
        </div>
        <MarksRail marks={marks} pages={pages} pageHeight={size?.height ?? 792} page={page} focus={focus} onMark={onMark} />
      </div>
    </section>
  );
}

/** The parts of the document, to go to. */
function Contents({ sections, page, onPage }: Pick<PagePaneProps, "sections" | "page" | "onPage">) {
  if (sections.length === 0) return null;
  // The part that is read is the last that begins on this page or before.
  const here = sections.findLastIndex((section) => section.page <= page);
  return (
    <Menu position="bottom-start" width="24rem">
      <Menu.Target>
        <IconButton size="xs" icon="contents" name="Parts of the document" />
      </Menu.Target>
      <Menu.Dropdown className={classes.contents}>
        {sections.map((section, index) => (
          <Menu.Item key={`${section.page}${section.title}`} aria-current={index === here || undefined} rightSection={<span className={classes.of}>{section.page}</span>} onClick={() => onPage(section.page)}>
            {section.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function PageNumber({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const [typed, setTyped] = useState<string | number>(page);
  const go = (): void => {
    const wanted = Number(typed);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) onPage(wanted);
    else setTyped(page);
  };
  return (
    <span className={classes.number}>
      <NumberInput
        aria-label={`Page, of ${pages}`}
        className={classes.input}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        value={typed}
        onChange={setTyped}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={go}
        onKeyDown={(event) => {
          if (event.key === "Enter") go();
          if (event.key === "Escape") setTyped(page);
        }}
      />
      <span className={classes.of}>of {pages}</span>
    </span>
  );
}
