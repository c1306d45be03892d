import { Button, Select, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useWrite } from "../api";
import type { ConditionView, DocumentRow } from "../contract/generated";
import { statusLabel } from "../finding/words";
import { dayOf, formatDay, StateLabel } from "../shared";
import classes from "./DecisionCard.module.css";

interface ConditionRowProps {
  condition: ConditionView;
  documents: readonly DocumentRow[];
  allowed: boolean;
}

/** A duty of a decision: who does it, by when, and that it is done. */
export function ConditionRow({ condition, documents, allowed }: ConditionRowProps) {
  const meet = useWrite("condition_meet");
  const [writing, setWriting] = useState(false);
  const [note, setNote] = useState("");
  const [proof, setProof] = useState<string | null>(null);
  const { done, finding } = condition;
  /** What is settled is what is proposed to be said. */
  const begin = (): void => {
    if (finding?.settled && note === "") setNote(`${finding.label} (${finding.title}) is settled: ${statusLabel[finding.status].toLowerCase()}.`);
    if (finding?.settled && finding.evidence !== null && documents.some(({ id }) => id === finding.evidence)) setProof(finding.evidence);
    setWriting(true);
  };
  return (
    <tr>
      <td>
        {condition.before_go_live && <span className={classes.before}>Before use: </span>}
        {condition.what}
        {finding && (
          <p className={classes.done}>
            {"Settles "}
            <Link to="/exceptions/one" search={{ key: finding.finding }}>{`${finding.label} ${finding.title}`}</Link>
            {`, ${statusLabel[finding.status].toLowerCase()}`}
          </p>
        )}
        {finding?.settled && !done && (
          <p className={classes.done}>
            <StateLabel state="warn">{`${finding.label} is settled: say that the condition is met, or what is still missing`}</StateLabel>
          </p>
        )}
        {done && (
          <p className={classes.done}>
            <StateLabel state="pass">{`Done ${formatDay(dayOf(done.at))} by ${done.by}: ${done.note}`}</StateLabel>
          </p>
        )}
        {!done && !writing && (
          <p className={classes.done}>
            <Button size="xs" variant="subtle" disabled={!allowed} onClick={begin}>
              Mark as done …
            </Button>
          </p>
        )}
        {writing && !done && (
          <div className={classes.meeting}>
            <Textarea autoFocus aria-label="What was done" placeholder="What was done" autosize minRows={1} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
            {documents.length > 0 && <Select size="xs" aria-label="Document that proves it" placeholder="Document that proves it" clearable value={proof} data={documents.map(({ id, file_name }) => ({ value: id, label: file_name }))} onChange={setProof} />}
            <span>
              <Button size="xs" disabled={note.trim() === ""} loading={meet.isPending} onClick={() => meet.mutate({ condition: condition.id, note, proof }, { onSuccess: () => setWriting(false) })}>
                Done
              </Button>
              <Button size="xs" variant="subtle" onClick={() => setWriting(false)}>
                Cancel
              </Button>
            </span>
          </div>
        )}
      </td>
      <td>{condition.owner}</td>
      <td>{formatDay(condition.due)}</td>
    </tr>
  );
}
