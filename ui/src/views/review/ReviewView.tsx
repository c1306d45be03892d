import { SegmentedControl } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { Answered, useRead } from "../../api";
import type { DocumentView } from "../../contract/generated";
import { documentTitle } from "../../document/describe";
import { DocumentCautions } from "../../document/DocumentCautions";
import { useFiling } from "../../document/useFiling";
import { FactTable } from "../../fact/FactTable";
import { linesOf, marksOfFacts } from "../../fact/lines";
import { PagePane } from "../../page/PagePane";
import { RegionBoundary, useCrumbs, useKeys } from "../../shared";
import { FactDock } from "./FactDock";
import { factOf } from "./place";
import { ReviewHeader } from "./ReviewHeader";
import classes from "./ReviewView.module.css";
import { useReview } from "./useReview";

/** Reads a document: its pages on one side, what was read from them on the other. */
export function ReviewView({ document, page }: { document: string; page?: number | undefined }) {
  const answer = useRead("document", { document });
  return (
    <Answered of={answer} what="Document">
      {(view) => <Loaded view={view} page={page} />}
    </Answered>
  );
}

function Loaded({ view, page }: { view: DocumentView; page: number | undefined }) {
  const { row } = view;
  const title = documentTitle(row);
  useCrumbs(...(row.vendor && view.vendor_name ? [{ label: "Vendors", to: "/vendors" }, { label: view.vendor_name, to: `/vendors/${row.vendor}` }] : [{ label: "Inbox", to: `/inbox?document=${row.id}` }]), { label: title });

  const review = useReview(view, page);
  const filing = useFiling(view);
  const [pane, setPane] = useState<"page" | "facts">("facts");
  const panes = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(view.facts, view.contradictions), [view.facts, view.contradictions]);
  const marks = useMemo(() => marksOfFacts(view.facts, view.contradictions), [view.facts, view.contradictions]);
  const { fact, place, mode, mayJudge } = review;
  const looking = mode === "look";
  const open = fact?.standing.standing === "open";
  const turn = (step: 1 | -1): void => review.showPage(Math.min(row.pages, Math.max(1, place.page + step)));

  useKeys("Review", [
    { keys: "j", does: "Next fact", run: () => review.walk(1), enabled: looking },
    { keys: "k", does: "Previous fact", run: () => review.walk(-1), enabled: looking },
    { keys: "down", does: "Next fact", run: () => review.walk(1), enabled: looking },
    { keys: "up", does: "Previous fact", run: () => review.walk(-1), enabled: looking },
    { keys: "enter", does: "Confirm, and on to the next open fact", run: review.confirm, enabled: looking && mayJudge && !review.busy },
    { keys: "e", does: "Correct", run: () => review.setMode("correct"), enabled: looking && mayJudge && fact !== undefined },
    { keys: "x", does: "Reject", run: () => review.setMode("reject"), enabled: looking && mayJudge && fact !== undefined && fact.read !== null },
    { keys: "u", does: "Take the judgement back", run: review.withdraw, enabled: looking && mayJudge && !open },
    { keys: "mod+z", does: "Undo the last judgement", run: review.undoLast, enabled: looking && mayJudge },
    { keys: "]", does: "Next citation", run: () => review.turnCitation(1) },
    { keys: "[", does: "Previous citation", run: () => review.turnCitation(-1) },
    { keys: "right", does: "Next page", run: () => turn(1) },
    { keys: "left", does: "Previous page", run: () => turn(-1) },
    { keys: "esc", does: "Close the editor", run: () => review.setMode("look"), enabled: !looking, inFields: true },
    { keys: "f6", does: "Other pane", run: () => otherPane(panes.current) },
  ]);

  const show = (mark: string | null, shown: number): void => {
    review.show({ mark, page: shown });
    setPane("page");
  };

  return (
    <div ref={panes} className={classes.panes} data-pane={pane}>
      <SegmentedControl
        className={classes.choose}
        aria-label="Shown part"
        size="xs"
        value={pane}
        onChange={(value) => setPane(value === "page" ? "page" : "facts")}
        data={[
          { value: "page", label: "Page" },
          { value: "facts", label: "Facts" },
        ]}
      />
      <div className={classes.page} data-part="page">
        <RegionBoundary what="the page" resetOn={place.page}>
          <PagePane
            document={row.id}
            title={row.file_name}
            pages={row.pages}
            page={place.page}
            onPage={review.showPage}
            sections={view.sections}
            marks={marks}
            focus={place.mark}
            onMark={(mark) => {
              const of = factOf(view.facts, mark);
              if (of) review.focusOn(of.key);
              review.show({ mark: mark.id, page: mark.page });
            }}
          />
        </RegionBoundary>
      </div>
      <section className={classes.facts} data-part="facts" aria-label="What was read">
        <ReviewHeader view={view} review={review} filing={filing} />
        <div className={classes.list}>
          <DocumentCautions document={view} shown={place.mark} onShow={show} />
          <FactTable
            lines={lines}
            focus={review.focus}
            onFocus={review.focusOn}
            onEnter={review.confirm}
            shown={place.mark}
            onShow={(line, mark) => {
              if (line.key !== review.focus) review.focusOn(line.key);
              const cited = line.citations.find((each) => each.mark === mark);
              if (cited) show(mark, cited.citation.page);
            }}
          />
        </div>
        <FactDock review={review} />
      </section>
    </div>
  );
}

/** Moves the keyboard between the two panes. */
function otherPane(panes: HTMLElement | null): void {
  const parts = [...(panes?.querySelectorAll<HTMLElement>("[data-part]") ?? [])];
  const here = parts.findIndex((part) => part.contains(window.document.activeElement));
  const target = parts[here === 1 ? 0 : 1];
  target?.querySelector<HTMLElement>("[data-rest], [aria-current]")?.focus();
}
