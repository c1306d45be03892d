import { Button, Menu, Textarea } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { outcomeMark, verdictHint, verdictLabel, verdictState } from "../../acceptance/words";
import { useMay, useWrite } from "../../api";
import type { ReviewView } from "../../contract/generated";
import { TermHelp } from "../../fact/TermHelp";
import { formatDay, Icon, KeyCaps, showDone, StateMark } from "../../shared";
import { AnswerRow } from "./AnswerRow";
import classes from "./AssessView.module.css";
import type { Assess } from "./useAssess";

/** What follows: the verdict, what decides it and how that can be changed, and who signs. */
export function Conclusion({ view, assess }: { view: ReviewView; assess: Assess }) {
  const own = view.questions.filter(({ step, id }) => step === "conclusion" && id !== assess.conclusion);
  const asked = view.questions.find(({ id }) => id === assess.conclusion);
  return (
    <div className={classes.work}>
      <div className={classes.scroll}>
        <div className={classes.concluded}>
          <StateMark state={verdictState[view.verdict]} size="lg" label="" />
          <div>
            <h2>{verdictLabel[view.verdict]}</h2>
            <p>
              {verdictHint[view.verdict]}
              {view.holds_until && ` It holds until ${formatDay(view.holds_until)} if nothing else happens.`}
            </p>
          </div>
        </div>
        <h3 className={classes.section}>What decides it, and how to change it</h3>
        {view.because.length === 0 && <p className={classes.dim}>Nothing fails, and every warning has its note.</p>}
        <ul className={classes.because}>
          {view.because.map((reason) => {
            const mark = outcomeMark[reason.outcome];
            return (
              <li key={reason.code}>
                {mark && <StateMark state={mark} size="sm" />}
                <div>
                  <b>{reason.title}</b>
                  <p>{`${reason.code}: ${reason.found}`}</p>
                  {reason.change.map((line) => (
                    <p key={line} className={classes.change}>
                      {line}
                    </p>
                  ))}
                </div>
                {reason.question && (
                  <Button size="xs" variant="subtle" onClick={() => assess.goTo(reason.question ?? assess.conclusion)}>
                    {`To ${reason.question}`}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
        <h3 className={classes.section}>Questions of the conclusion</h3>
        <ul className={classes.folded}>
          {asked && <ConcludedRow view={view} assess={assess} />}
          {own.map((question) => (
            <AnswerRow key={question.id} question={question} onOpen={() => assess.goTo(question.id)} />
          ))}
        </ul>
      </div>
      <Signing view={view} assess={assess} />
    </div>
  );
}

/** The verdict as an answer of its own: it is accepted as it follows. */
function ConcludedRow({ view, assess }: { view: ReviewView; assess: Assess }) {
  const question = view.questions.find(({ id }) => id === assess.conclusion);
  if (!question) return null;
  return <AnswerRow question={question} onOpen={assess.accept} />;
}

/** Who signs, who reads again, and the end. */
function Signing({ view, assess }: { view: ReviewView; assess: Assess }) {
  const navigate = useNavigate();
  const may = useMay("review");
  const mayStart = may && view.row.state === "finished";
  const sign = useWrite("review_sign");
  const again = useWrite("review_read_again");
  const finish = useWrite("review_finish");
  const back = useWrite("review_return");
  const save = useWrite("review_save");
  const start = useWrite("review_start");
  const [asking, setAsking] = useState<"return" | "correct" | null>(null);
  const [why, setWhy] = useState("");
  const { row, open } = view;
  const review = row.id;
  const settle = (): void => {
    setAsking(null);
    setWhy("");
  };
  const done = (form: "csv" | "json") => save.mutate({ review, form }, { onSuccess: ({ name }) => name && showDone(`Saved: ${name}`) });
  const reader = view.needs_second_reader && row.second_read === null;
  return (
    <div className={classes.dock}>
      {asking && (
        <Textarea autoFocus label={asking === "return" ? "Why it goes back to its reviewer" : "Why the finished review is corrected"} minRows={2} autosize value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      )}
      {row.state === "open" && open.length > 0 && <p className={classes.dim}>{`Not answered yet: ${open.join(", ")}`}</p>}
      {row.state === "signed" && reader && (
        <p className={classes.dim}>
          Somebody other than {row.signed?.name} reads it again before it is finished. <TermHelp term="second_reader" />
        </p>
      )}
      <div className={classes.actions}>
        {asking === null && row.state === "open" && (
          <>
            <Button variant={open.length === 0 ? "filled" : "default"} disabled={!may || open.length > 0} loading={sign.isPending} onClick={() => sign.mutate({ review })}>
              Sign as reviewer
            </Button>
            {open[0] === assess.conclusion && (
              <Button variant="filled" disabled={!may} onClick={assess.accept} rightSection={<KeyCaps keys="enter" />}>
                Accept this verdict
              </Button>
            )}
            {open[0] !== undefined && open[0] !== assess.conclusion && <Button onClick={() => assess.goTo(open[0] ?? assess.conclusion)}>{`To ${open[0]}`}</Button>}
          </>
        )}
        {asking === null && row.state === "signed" && (
          <>
            {reader && (
              <Button variant={view.may_read_again ? "filled" : "default"} disabled={!view.may_read_again} loading={again.isPending} onClick={() => again.mutate({ review })}>
                I have read it again
              </Button>
            )}
            <Button variant={reader ? "default" : "filled"} disabled={!may || reader} loading={finish.isPending} onClick={() => finish.mutate({ review }, { onSuccess: () => showDone("Review finished and frozen") })}>
              Finish
            </Button>
            <Button variant="subtle" disabled={!may && !view.may_read_again} onClick={() => setAsking("return")}>
              Back to answering
            </Button>
          </>
        )}
        {asking === null && row.state === "finished" && (
          <>
            <Button variant="filled" onClick={() => void navigate({ to: "/vendors/$vendor/decision", params: { vendor: view.vendor } })}>
              Decide
            </Button>
            <Button variant="subtle" disabled={!mayStart} onClick={() => setAsking("correct")}>
              Correct by a new review
            </Button>
          </>
        )}
        {asking && (
          <>
            <Button
              variant="filled"
              disabled={why.trim() === ""}
              onClick={() =>
                asking === "return"
                  ? back.mutate({ review, reason: why }, { onSuccess: settle })
                  : start.mutate({ vendor: view.vendor, correction: why }, { onSuccess: (next) => { settle(); void navigate({ to: "/reviews/$review", params: { review: next.row.id } }); } })
              }
            >
              {asking === "return" ? "Take the signature back" : "Start the correction"}
            </Button>
            <Button variant="subtle" onClick={settle}>
              Cancel
            </Button>
          </>
        )}
        <Menu position="top-end">
          <Menu.Target>
            <Button variant="subtle" className={classes.export} rightSection={<Icon name="chevron-down" size={12} />}>
              Export
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => done("csv")}>One line for each question (CSV)</Menu.Item>
            <Menu.Item onClick={() => done("json")}>Everything (JSON)</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}
