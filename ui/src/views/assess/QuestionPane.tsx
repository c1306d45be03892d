import { Link } from "@tanstack/react-router";
import type { ReviewView } from "../../contract/generated";
import { AnswerDock } from "./AnswerDock";
import { AnswerRow } from "./AnswerRow";
import classes from "./AssessView.module.css";
import { Evidence } from "./Evidence";
import type { Assess } from "./useAssess";
import { TermHelp } from "../../fact/TermHelp";
import { placeOfQuestion } from "../../assessment/place";
import { termOfQuestion } from "../../assessment/words";

/** The question in focus with its evidence; its neighbours of the same step stand folded above and below. */
export function QuestionPane({ view, assess }: { view: ReviewView; assess: Assess }) {
  const { question } = assess;
  if (!question) return null;
  const step = view.steps.find(({ step: name }) => name === question.step);
  const same = view.questions.filter((other) => other.step === question.step);
  const at = same.indexOf(question);
  const term = termOfQuestion(question);
  const place = question.applies ? placeOfQuestion(question) : null;
  return (
    <div className={classes.work}>
      <div className={classes.scroll}>
        <h2 className={classes.stepHead}>
          {step?.title} <span>{step && `${step.done} of ${step.questions} done`}</span>
        </h2>
        <ul className={classes.folded}>
          {same.slice(Math.max(0, at - 2), at).map((other) => (
            <AnswerRow key={other.id} question={other} onOpen={() => assess.goTo(other.id)} />
          ))}
        </ul>
        <article className={classes.question} aria-label={`Question ${question.id}`} aria-live="polite">
          <h3>
            <span className={classes.id}>{question.id}</span>
            {question.question}
            {term && <TermHelp term={term} />}
          </h3>
          {question.applies ? question.look_at && <p className={classes.look}>{`Look at: ${question.look_at}`}</p> : <p className={classes.look}>{`Does not apply: ${question.why}`}</p>}
          {place && (
            <p className={classes.place}>
              <Link to="/vendors/$vendor" params={{ vendor: view.vendor }} search={{ tab: place.tab }}>
                {place.label}
              </Link>
            </p>
          )}
          {question.applies && <Evidence question={question} assess={assess} />}
          {question.applies && (
            <dl className={classes.criteria}>
              {(["pass", "warn", "fail"] as const).map((kind) =>
                question[kind] === null ? null : (
                  <div key={kind} data-now={assess.answer?.result === kind || undefined}>
                    <dt>{kind === "pass" ? "Pass" : kind === "warn" ? "Warn" : "Fail"}</dt>
                    <dd>{question[kind]}</dd>
                  </div>
                ),
              )}
            </dl>
          )}
          {question.rules.map((rule) => (
            <p key={rule.code} className={classes.rule} data-outcome={rule.outcome}>
              <b>{rule.code}</b> {`${rule.title}: ${rule.found}. Asked for: ${rule.required}`}
            </p>
          ))}
        </article>
        <ul className={classes.folded} data-next>
          {same.slice(at + 1, at + 3).map((other) => (
            <AnswerRow key={other.id} question={other} onOpen={() => assess.goTo(other.id)} />
          ))}
        </ul>
      </div>
      {question.applies && <AnswerDock question={question} assess={assess} />}
    </div>
  );
}
