import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { EntryView } from "../contract/generated";
import { StandingMark } from "../fact/StandingMark";
import { markId } from "../page/marks";
import { PageChip } from "../page/PageChip";
import { StateLabel } from "../shared";
import classes from "./EntryList.module.css";
import { entryPlaces } from "./marks";
import { answered, methods, outcomes } from "./words";

interface EntryListProps {
  /** Names the list to screen readers. */
  name: string;
  entries: readonly EntryView[];
  focus: string | null;
  onFocus: (entry: string) => void;
  onEnter: () => void;
  /** The mark that the page shows strongly now. */
  shown: string | null;
  onShow: (entry: EntryView, mark: string) => void;
}

/** More pages than this are only counted in a row; the entry itself lists them all. */
const mostChips = 2;

/** The entries of one list, two lines each; only those in view are drawn. */
export function EntryList({ name, entries, focus, onFocus, onEnter, shown, onShow }: EntryListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: entries.length, getScrollElement: () => scroller.current, estimateSize: () => 58, overscan: 8, initialRect: { width: 0, height: 600 } });
  const at = entries.findIndex((entry) => entry.entry === focus);
  useEffect(() => {
    if (at < 0) return;
    virtual.scrollToIndex(at);
    // Where the keyboard is in the list, it goes with the walk.
    if (scroller.current?.contains(document.activeElement)) requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>("[aria-current]")?.focus({ preventScroll: true }));
    // oxlint-disable-next-line react/exhaustive-deps
  }, [at, virtual]);

  return (
    <div ref={scroller} className={classes.scroller}>
      <ul className={classes.list} aria-label={name} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          if (!entry) return null;
          const here = entry.entry === focus;
          const places = entryPlaces(entry);
          return (
            <li key={entry.entry} className={classes.row} data-focus={here || undefined} data-differs={entry.differs || undefined} aria-setsize={entries.length} aria-posinset={index + 1} style={{ transform: `translateY(${start}px)` }}>
              <button
                type="button"
                className={classes.pick}
                aria-current={here || undefined}
                tabIndex={here || (at < 0 && index === 0) ? 0 : -1}
                onClick={() => onFocus(entry.entry)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
                  event.preventDefault();
                  onEnter();
                }}
              >
                <span className={classes.text} data-gone={entry.standing.standing === "rejected" || undefined}>
                  {entry.fields.id && <b className={classes.id}>{entry.fields.id}</b>}
                  {entry.fields.text}
                </span>
                <span className={classes.second}>
                  <Second entry={entry} />
                </span>
              </button>
              <span className={classes.pages}>
                {places.slice(0, mostChips).map((citation, place) => {
                  const mark = markId(entry.entry, place);
                  return <PageChip key={mark} citation={citation} about={entry.fields.text.slice(0, 60)} derived={entry.basis === "derived"} shown={mark === shown} quiet onShow={() => onShow(entry, mark)} />;
                })}
                {places.length > mostChips && <span className={classes.more}>{`+${places.length - mostChips}`}</span>}
              </span>
              <StandingMark standing={entry.standing.standing} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What tells an entry from its neighbours, in one line. */
function Second({ entry }: { entry: EntryView }) {
  const { fields } = entry;
  const outcome = fields.outcome && outcomes[fields.outcome];
  const answer = entry.answered && answered[entry.answered];
  const rest = [
    entry.answered === "written" && fields.answer,
    fields.comment,
    fields.subservice,
    fields.criteria.join(", "),
    fields.sample && `${fields.sample.deviating} of ${fields.sample.tested} deviated`,
    fields.method && methods[fields.method].split(":")[0],
    fields.services,
    fields.response && "with a response",
    fields.control,
  ].filter(Boolean);
  return (
    <>
      {entry.differs && <StateLabel state="warn">Read otherwise now</StateLabel>}
      {outcome && <StateLabel state={outcome.state}>{outcome.label}</StateLabel>}
      {answer && <StateLabel state={answer.state}>{answer.label}</StateLabel>}
      <span className={classes.rest}>{rest.join(" · ")}</span>
    </>
  );
}
