import { useMemo, useState } from "react";
import { Answered, useRead } from "../../api";
import type { DocumentView } from "../../contract/generated";
import { documentTitle } from "../../document/describe";
import { DocumentCautions } from "../../document/DocumentCautions";
import { useFiling } from "../../document/useFiling";
import { FactTable } from "../../fact/FactTable";
import { linesOf, marksOfFacts } from "../../fact/lines";
import { entryOfMark } from "../../lists/marks";
import { PagePane } from "../../page/PagePane";
import { PagePanes, usePanes } from "../../page/PagePanes";
import { useCiting } from "../../page/useCiting";
import { useCrumbs, useKeys } from "../../shared";
import { Differing } from "./Differing";
import { FactDock } from "./FactDock";
import { ListPane } from "./ListPane";
import { PartTabs } from "./PartTabs";
import { factOf } from "./place";
import { ReviewHeader } from "./ReviewHeader";
import classes from "./ReviewView.module.css";
import { useEntries } from "./useEntries";
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

  const citing = useCiting(row.id);
  const review = useReview(view, page, citing);
  const [part, setPart] = useState<string | null>(null);
  const entries = useEntries({ document: row.id, name: part, show: review.show, mark: review.place.mark, citing });
  const filing = useFiling(view);
  const panes = usePanes();
  const lines = useMemo(() => linesOf(view.facts, view.contradictions), [view.facts, view.contradictions]);
  const factMarks = useMemo(() => marksOfFacts(view.facts, view.contradictions), [view.facts, view.contradictions]);
  const read = part === null ? factMarks : entries.marks;
  // Who marks a place sees nothing marked but that, and where what they correct is read.
  const marks = citing.active ? [...read.filter((mark) => mark.id === review.place.mark), ...citing.marks] : read;
  const { fact, place, mode, mayJudge } = review;
  const facts = part === null;
  const looking = facts ? mode === "look" : entries.mode === "look";
  const able = looking && mayJudge && !review.busy && !entries.busy;
  const open = fact?.standing.standing === "open";
  const turn = (step: 1 | -1): void => review.showPage(Math.min(row.pages, Math.max(1, place.page + step)));

  const entry = entries.entry;
  useKeys("Review", [
    { keys: "j", does: facts ? "Next fact" : "Next entry", run: () => (facts ? review.walk(1) : entries.walk(1)), enabled: looking },
    { keys: "k", does: facts ? "Previous fact" : "Previous entry", run: () => (facts ? review.walk(-1) : entries.walk(-1)), enabled: looking },
    { keys: "down", does: facts ? "Next fact" : "Next entry", run: () => (facts ? review.walk(1) : entries.walk(1)), enabled: looking },
    { keys: "up", does: facts ? "Previous fact" : "Previous entry", run: () => (facts ? review.walk(-1) : entries.walk(-1)), enabled: looking },
    { keys: "enter", does: "Confirm, and on to the next open one", run: facts ? review.confirm : entries.confirm, enabled: able },
    { keys: "e", does: "Correct", run: () => (facts ? review.setMode("correct") : entries.begin("correct")), enabled: able && (facts ? fact !== undefined : entry !== undefined) },
    { keys: "x", does: "Reject", run: () => (facts ? review.setMode("reject") : entries.begin("reject")), enabled: able && (facts ? fact !== undefined && fact.read !== null : entry !== undefined) },
    { keys: "a", does: "Add an entry to the list", run: () => entries.begin("add"), enabled: able && !facts },
    { keys: "u", does: "Take the judgement back", run: () => (facts ? review.withdraw() : entries.withdraw()), enabled: able && (facts ? !open : entry?.standing.standing !== "open") },
    { keys: "mod+z", does: "Undo the last judgement", run: facts ? review.undoLast : entries.undoLast, enabled: looking && mayJudge },
    { keys: "]", does: "Next citation", run: () => (facts ? review.turnCitation(1) : entries.turnPlace(1)) },
    { keys: "[", does: "Previous citation", run: () => (facts ? review.turnCitation(-1) : entries.turnPlace(-1)) },
    { keys: "right", does: "Next page", run: () => turn(1) },
    { keys: "left", does: "Previous page", run: () => turn(-1) },
    { keys: "esc", does: "Close the editor", run: () => (facts ? review.setMode("look") : entries.look()), enabled: !looking, inFields: true },
    { keys: "f6", does: "Other pane", run: panes.other },
  ]);

  const show = (mark: string | null, shown: number): void => {
    review.show({ mark, page: shown });
    panes.show("page");
  };

  return (
    <PagePanes
      panes={panes}
      resetOn={place.page}
      label="Facts"
      name="What was read"
      className={classes.panes}
      page={
        <PagePane
          document={row.id}
          title={row.file_name}
          pages={row.pages}
          page={place.page}
          onPage={review.showPage}
          sections={view.sections}
          marks={marks}
          focus={place.mark}
          cite={citing.active ? { tool: citing.tool, onMarked: citing.add } : undefined}
          onMark={(mark) => {
            const of = facts ? factOf(view.facts, mark) : undefined;
            const one = facts ? undefined : entryOfMark(entries.list, mark.id);
            if (of) review.focusOn(of.key);
            if (one) entries.focusOn(one.entry);
            review.show({ mark: mark.id, page: mark.page });
          }}
        />
      }
    >
      <ReviewHeader view={view} review={review} filing={filing} />
      <PartTabs
        view={view}
        part={part}
        onPart={(next) => {
          review.setMode("look");
          setPart(next);
          if (next) entries.open(next);
          else review.focusOn(review.focus);
        }}
      />
      {part !== null && <ListPane name={part} entries={entries} citing={citing} place={place} onPlace={show} />}
      {facts && (
        <>
          <div className={classes.list}>
            <Differing view={view} mayJudge={able} onLook={review.focusOn} onKeep={review.keep} onTake={review.take} />
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
          <FactDock review={review} citing={citing} />
        </>
      )}
    </PagePanes>
  );
}
