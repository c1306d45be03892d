import { Button, Chip, Group, SegmentedControl, Textarea } from "@mantine/core";
import { taken, toggled } from "../../assessment/answers";
import { resultLabel, resultOrder, resultState } from "../../assessment/words";
import type { QuestionView, RuleOutcomeName } from "../../contract/generated";
import { KeyCaps, KeyHint, KeyHints, StateMark } from "../../shared";
import classes from "./AssessView.module.css";
import type { Assess } from "./useAssess";

const short = 28;

/** Where a question is answered: it stays in its place, with the note always in view. */
export function AnswerDock({ question, assess }: { question: QuestionView; assess: Assess }) {
  const { answer, editable } = assess;
  if (!answer) return null;
  const choice = question.kind === "choice" || question.kind === "choices" || question.kind === "yes_no";
  const offered = question.kind === "yes_no" ? ["Yes", "No"] : question.choices;
  const done = answer.value.trim() !== "" && answer.result !== null;
  const takes = !done && question.suggested !== null && question.suggested_result !== null;
  return (
    <div className={classes.dock}>
      <div className={classes.answer} data-field="answer">
        {choice && (
          <Group gap={6} role="group" aria-label="Answer">
            {offered.map((one) => (
              <Chip
                key={one}
                size="xs"
                radius="sm"
                disabled={!editable}
                checked={taken(answer.value).includes(one)}
                onChange={() => assess.change({ value: question.kind === "choices" ? toggled(answer.value, one, offered) : answer.value === one ? "" : one })}
              >
                {one}
              </Chip>
            ))}
          </Group>
        )}
        {(!choice || (answer.value !== "" && taken(answer.value).some((part) => !offered.includes(part)))) && (
          <Textarea aria-label="Answer" placeholder={question.suggested ?? "Answer in words"} autosize minRows={1} maxRows={3} disabled={!editable} value={answer.value} onChange={(event) => assess.change({ value: event.currentTarget.value })} />
        )}
      </div>
      <SegmentedControl
        className={classes.result}
        fullWidth
        size="xs"
        aria-label="How it is judged"
        disabled={!editable}
        value={answer.result ?? ""}
        onChange={(value) => assess.judge(value as RuleOutcomeName)}
        data={resultOrder.map((result) => ({
          value: result,
          label: (
            <span className={classes.segment}>
              <Mark result={result} /> {resultLabel[result]}
            </span>
          ),
        }))}
      />
      <Textarea
        data-field="note"
        aria-label="Note"
        placeholder={answer.result === "warn" ? "Note: why this can be lived with" : "Note"}
        autosize
        minRows={2}
        maxRows={3}
        disabled={!editable}
        value={answer.note}
        onChange={(event) => assess.change({ note: event.currentTarget.value })}
        rightSection={<span className={classes.saved} role="status">{assess.failed ? "not saved" : assess.saving ? "…" : question.answer ? "saved" : ""}</span>}
        rightSectionWidth={64}
      />
      <div className={classes.actions}>
        <Button variant="filled" size="sm" onClick={assess.accept} disabled={!editable && takes} rightSection={<KeyCaps keys="enter" />}>
          {takes ? (question.suggested && question.suggested.length <= short ? `Accept “${question.suggested}”` : "Accept the suggestion") : "Next open question"}
        </Button>
        <KeyHints>
          <KeyHint keys={["1", "2", "3"]}>pass, warn, fail</KeyHint>
          <KeyHint keys="n">note</KeyHint>
          <KeyHint keys="?">all keys</KeyHint>
        </KeyHints>
      </div>
    </div>
  );
}

/** What does not apply has no mark. */
function Mark({ result }: { result: RuleOutcomeName }) {
  const state = resultState[result];
  return state && <StateMark state={state} size="sm" label="" />;
}
