import { outcomeMark } from "../../acceptance/words";
import type { ReviewView } from "../../contract/generated";
import { Icon, StateMark } from "../../shared";
import classes from "./AssessView.module.css";
import type { Assess } from "./useAssess";

/** The steps in reading order, with how many of their questions are done. */
export function Steps({ view, assess }: { view: ReviewView; assess: Assess }) {
  const suggested = view.questions.filter(({ id, suggested, suggested_result }) => view.open.includes(id) && suggested !== null && suggested_result !== null).length;
  return (
    <nav className={classes.steps} aria-label="Steps">
      <ol>
        {view.steps.map((step) => {
          const here = assess.question?.step === step.step;
          const first = view.questions.find((question) => question.step === step.step && view.open.includes(question.id)) ?? view.questions.find((question) => question.step === step.step && question.applies);
          const mark = step.worst && step.worst !== "pass" ? outcomeMark[step.worst] : null;
          return (
            <li key={step.step}>
              <button type="button" title={step.title} aria-current={here ? "step" : undefined} disabled={!first} onClick={() => first && assess.goTo(step.step === "conclusion" ? assess.conclusion : first.id)}>
                <span className={classes.letter}>{step.questions > 0 && step.done === step.questions ? <Icon name="check" size={12} /> : step.letter}</span>
                <span className={classes.stepTitle}>{step.title}</span>
                {mark && <StateMark state={mark} size="sm" />}
                <span className={classes.count}>{step.questions === 0 ? "–" : `${step.done}/${step.questions}`}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {suggested > 0 && <p className={classes.hint}>{`${suggested} open ${suggested === 1 ? "question has" : "questions have"} a suggested answer.`}</p>}
    </nav>
  );
}
