import { Button } from "@mantine/core";
import type { EntryFields, EntryView } from "../contract/generated";
import { citedBy } from "../fact/places";
import { standingText } from "../fact/standing";
import { markId } from "../page/marks";
import { PageChip } from "../page/PageChip";
import { StateLabel } from "../shared";
import classes from "./EntryDetail.module.css";
import { entryPlaces } from "./marks";
import { fieldLabels, listWords, methods, outcomes } from "./words";

interface EntryDetailProps {
  list: string;
  entry: EntryView;
  today: string;
  /** The mark that the page shows strongly now. */
  shown: string | null;
  onShow: (place: number) => void;
  mayJudge: boolean;
  onKeep: () => void;
  onTake: () => void;
}

/** One entry with everything that it says, and what people said of it. */
export function EntryDetail({ list, entry, today, shown, onShow, mayJudge, onKeep, onTake }: EntryDetailProps) {
  const places = entryPlaces(entry);
  const about = entry.fields.id ?? listWords(list).one;
  return (
    <article className={classes.detail} aria-live="polite" aria-label={about}>
      <header className={classes.head}>
        <h3>{[entry.fields.id, entry.fields.criteria.join(", ")].filter(Boolean).join(" · ") || listWords(list).label}</h3>
        <span className={classes.standing}>{standingText(entry.standing, today)}</span>
      </header>
      {entry.differs && (
        <div className={classes.differs} role="group" aria-label="Read otherwise now">
          <StateLabel state="warn">{entry.read ? "Read otherwise now than when it was judged" : "Not read any more; it stays because it was judged"}</StateLabel>
          {entry.read && <Said fields={entry.read} list={list} />}
          <span className={classes.choose}>
            <Button size="xs" disabled={!mayJudge} onClick={onKeep}>Keep what was said</Button>
            <Button size="xs" disabled={!mayJudge} onClick={onTake}>{entry.read ? "Take what is read now" : "Let it go"}</Button>
          </span>
        </div>
      )}
      <Said fields={entry.fields} list={list} strong />
      {!entry.differs && entry.read && (
        <p className={classes.was}>
          Read was: <s>{entry.read.text}</s>
        </p>
      )}
      <p className={classes.places}>
        {places.map((citation, place) => {
          const mark = markId(entry.entry, place);
          return <PageChip key={mark} citation={citation} about={about} derived={entry.basis === "derived"} shown={mark === shown} onShow={() => onShow(place)} />;
        })}
        <span className={classes.how}>{citedBy(entry) ?? howRead(entry)}</span>
      </p>
    </article>
  );
}

function howRead(entry: EntryView): string {
  switch (entry.basis) {
    case "derived":
      return "worked out from these words";
    case "ocr":
      return "read from a picture of text";
    case "stated":
      return entry.citations.length > 1 ? `stated in ${entry.citations.length} places` : "stated in these words";
    case null:
      return "";
    default:
      return entry.basis satisfies never;
  }
}

/** What an entry says, field by field. */
function Said({ fields, list, strong = false }: { fields: EntryFields; list: string; strong?: boolean }) {
  const outcome = fields.outcome && outcomes[fields.outcome];
  const more: (readonly [string, string])[] = [
    ...(fields.answer ? [[fieldLabels.answer, fields.answer] as const] : []),
    ...(fields.comment ? [[fieldLabels.comment, fields.comment] as const] : []),
    ...(fields.control ? [[fieldLabels.control, fields.control] as const] : []),
    ...(fields.services ? [[fieldLabels.services, fields.services] as const] : []),
    ...(fields.method ? [[fieldLabels.method, methods[fields.method]] as const] : []),
    ...(fields.subservice ? [[fieldLabels.subservice, fields.subservice] as const] : []),
    ...fields.tests.map((test, index) => [fields.tests.length > 1 ? `Test ${index + 1}` : "Test", test] as const),
    ...fields.results.map((result, index) => [fields.results.length > 1 ? `Result ${index + 1}` : "Result", result] as const),
    ...(fields.sample ? [[fieldLabels.sample, `${fields.sample.deviating} of ${fields.sample.tested} deviated`] as const] : []),
    ...(fields.response ? [[fieldLabels.response, fields.response] as const] : []),
  ];
  return (
    <>
      <p className={strong ? classes.text : classes.now}>{fields.text}</p>
      {outcome && <StateLabel state={outcome.state}>{outcome.label}</StateLabel>}
      {more.length > 0 && (
        <dl className={classes.more} aria-label={listWords(list).one}>
          {more.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
