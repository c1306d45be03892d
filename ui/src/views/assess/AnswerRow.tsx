import { resultState } from "../../assessment/words";
import type { QuestionView } from "../../contract/generated";
import { StateMark } from "../../shared";
import classes from "./AssessView.module.css";

/** A question of the same step, folded to a line. */
export function AnswerRow({ question, onOpen }: { question: QuestionView; onOpen: () => void }) {
  const { answer, applies } = question;
  const said = applies ? (answer?.value || (answer?.done ? "" : question.suggested)) : "does not apply";
  const state = answer?.done && answer.result ? resultState[answer.result] : "unknown";
  return (
    <li>
      <button type="button" className={classes.row} data-quiet={!applies || undefined} onClick={onOpen}>
        {state ? <StateMark state={state} size="sm" label={answer?.done ? undefined : "Open"} /> : <span className={classes.noMark} />}
        <span className={classes.id}>{question.id}</span>
        <span className={classes.rowText}>{question.question}</span>
        {said && <span className={answer?.done ? classes.said : classes.suggested}>{said}</span>}
      </button>
    </li>
  );
}
