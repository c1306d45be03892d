import { Button } from "@mantine/core";
import { useWorkspace } from "../../api";
import type { FactView } from "../../contract/generated";
import { FactDetail } from "../../fact/FactDetail";
import { FactEditor } from "../../fact/FactEditor";
import { valueText } from "../../fact/value";
import { factLabel, toldQuestion } from "../../fact/words";
import { CitedPlaces } from "../../page/CitedPlaces";
import type { Citing } from "../../page/useCiting";
import { Icon, KeyCaps, KeyHint, KeyHints } from "../../shared";
import { RejectForm } from "./RejectForm";
import classes from "./ReviewView.module.css";
import type { Review } from "./useReview";

/** The fact in focus with its words, and what can be said of it. It stays in its place while facts are walked. */
export function FactDock({ review, citing }: { review: Review; citing: Citing }) {
  const { today } = useWorkspace();
  const { fact, mode } = review;
  if (!fact) return null;
  return (
    <>
      <div className={classes.dock}>
        {mode === "look" && <FactDetail fact={fact} today={today} citation={review.citation} onCitation={review.showCitation} />}
        {mode === "correct" && (
          <FactEditor key={fact.key} document={review.document} fact={fact} error={review.error} busy={review.busy} onSave={review.correct} onCancel={() => review.setMode("look")}>
            <CitedPlaces citing={citing} />
          </FactEditor>
        )}
        {mode === "reject" && <RejectForm key={fact.key} what={factLabel(fact.key)} value={fact.read ? valueText(fact.key, fact.read) : ""} error={review.reasonError} busy={review.busy} onReject={review.reject} onCancel={() => review.setMode("look")} />}
      </div>
      {mode === "look" && <Actions fact={fact} review={review} />}
      <footer className={classes.keys}>
        <KeyHints>
          <KeyHint keys={["j", "k"]}>fact</KeyHint>
          <KeyHint keys="enter">confirm</KeyHint>
          <KeyHint keys="e">correct</KeyHint>
          <KeyHint keys={["[", "]"]}>citation</KeyHint>
          <KeyHint keys={["left", "right"]}>page</KeyHint>
          <KeyHint keys="?">all keys</KeyHint>
        </KeyHints>
      </footer>
    </>
  );
}

/** A value so short that it can stand in a button. */
const shortValue = 24;

function Actions({ fact, review }: { fact: FactView; review: Review }) {
  const { mayJudge, busy } = review;
  const open = fact.standing.standing === "open";
  const value = fact.value && valueText(fact.key, fact.value);
  // What only a person can tell is answered; there is nothing to confirm before.
  const told = open && value === null && toldQuestion(fact.key) !== null;
  return (
    <div className={classes.actions}>
      {told ? null : open ? (
        <Button variant="filled" disabled={!mayJudge} loading={busy} onClick={review.confirm} rightSection={<KeyCaps keys="enter" />}>
          {value === null ? "Confirm: not stated" : value.length <= shortValue ? `Confirm “${value}”` : "Confirm"}
        </Button>
      ) : (
        <Button disabled={!mayJudge || busy} onClick={review.withdraw} leftSection={<Icon name="undo" />} rightSection={<KeyCaps keys="u" />}>
          Undo
        </Button>
      )}
      <Button variant={told ? "filled" : "default"} disabled={!mayJudge || busy} onClick={() => review.setMode("correct")} rightSection={<KeyCaps keys="e" />}>
        {told ? "Answer" : fact.value === null ? "Enter what it says" : "Correct"}
      </Button>
      {fact.read !== null && fact.standing.standing !== "rejected" && (
        <Button variant="subtle" disabled={!mayJudge || busy} onClick={() => review.setMode("reject")}>
          Reject …
        </Button>
      )}
      <Button variant="subtle" className={classes.later} onClick={() => review.walk(1)} rightSection={<KeyCaps keys="j" />}>
        {open ? "Later" : "Next"}
      </Button>
    </div>
  );
}
