import type { QuestionView } from "../../contract/generated";
import { PageChip } from "../../page/PageChip";
import { listWords } from "../../lists/words";
import { count } from "../../shared";
import classes from "./AssessView.module.css";
import type { Assess } from "./useAssess";

/** How many entries of a list stand beside a question; the rest is counted. */
const most = 6;

/** What was read in the report of what the question is about, each with its page. */
export function Evidence({ question, assess }: { question: QuestionView; assess: Assess }) {
  const { lines, entries, place } = assess;
  const loose = question.citations.filter((cited) => !lines.some((line) => line.citations.some(({ citation }) => citation.page === cited.page)) && !entries.some((entry) => entry.marks.some((mark) => mark.page === cited.page)));
  if (lines.length === 0 && entries.length === 0 && loose.length === 0 && question.suggested === null) return <p className={classes.nothing}>{question.why}</p>;
  const show = (document: string | null, page: number, mark: string | null): void => assess.show({ document, page, mark });
  const report = assess.document?.row.id ?? null;
  return (
    <div className={classes.facts}>
      <div className={classes.factsHead}>Read in the report</div>
      {lines.map((line) => (
        <div key={line.key} className={classes.fact} data-now={line.citations.some(({ mark }) => mark === place.mark) || undefined}>
          <span>{line.label}</span>
          <b>{line.text ?? <i>not stated</i>}</b>
          <span className={classes.chips}>
            {line.citations.slice(0, 2).map(({ mark, citation, derived }) => (
              <PageChip key={mark} citation={citation} about={line.label} derived={derived} shown={mark === place.mark} onShow={() => show(report, citation.page, mark)} />
            ))}
          </span>
        </div>
      ))}
      {question.list !== null && (
        <div className={classes.fact}>
          <span>{listWords(question.list).label}</span>
          <b>{entries.length === 0 ? "none listed" : count(entries.length, listWords(question.list).one, listWords(question.list).many)}</b>
          <span />
        </div>
      )}
      {entries.slice(0, most).map((entry) => (
        <div key={entry.id} className={classes.fact} data-now={entry.marks.some((mark) => mark.id === place.mark) || undefined}>
          <span>{entry.name ?? ""}</span>
          <b className={classes.entry} title={entry.text}>{entry.text}</b>
          <span className={classes.chips}>
            {entry.marks.slice(0, 1).map((mark) => (
              <PageChip key={mark.id} citation={{ page: mark.page, label: null, quote: "" }} about={entry.name ?? entry.text.slice(0, 40)} shown={mark.id === place.mark} onShow={() => show(report, mark.page, mark.id)} />
            ))}
          </span>
        </div>
      ))}
      {entries.length > most && <p className={classes.more}>{`and ${entries.length - most} more, in the document`}</p>}
      <div className={classes.fact}>
        <span>{question.suggested === null ? "Known so far" : "Suggested answer"}</span>
        <b>
          {question.suggested ?? question.why}
          {question.suggested !== null && <em>{question.why}</em>}
        </b>
        <span className={classes.chips}>
          {loose.slice(0, 2).map((cited) => (
            <PageChip key={`${cited.document}${cited.page}`} citation={{ page: cited.page, label: null, quote: "" }} about="Suggested answer" shown={place.mark === null && place.page === cited.page} onShow={() => show(cited.document, cited.page, null)} />
          ))}
        </span>
      </div>
    </div>
  );
}
