import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useWrite } from "../api";
import type { DecisionView } from "../contract/generated";
import { formatMoment, StateMark } from "../shared";
import classes from "./DecisionCard.module.css";

/** Who is named, who has signed here, and who still signs on paper. */
export function Signatures({ decision, superseded }: { decision: DecisionView; superseded: boolean }) {
  const sign = useWrite("decision_sign");
  const [comment, setComment] = useState("");
  const say = (agrees: boolean): void => sign.mutate({ decision: decision.id, agrees, comment: comment.trim() === "" ? null : comment }, { onSuccess: () => setComment("") });
  return (
    <section className={classes.signatures} aria-label="Signatures">
      <ul>
        {decision.signers.map((person) => {
          const signed = decision.signatures.find((signature) => signature.person === person.id);
          // What was seen on paper is no signature in the program: both are shown for what they are.
          const onPaper = decision.copies.some((copy) => copy.signers.some((signer) => signer.person === person.id && signer.said?.signed));
          return (
            <li key={person.id}>
              <StateMark state={signed ? (signed.agrees ? "pass" : "fail") : "unknown"} size="sm" label={signed ? (signed.agrees ? "Agrees" : "Declines") : "Not signed here"} />
              <b>{signed?.name ?? person.name}</b>
              <span title={signed ? `Signed what has the SHA-256 ${signed.frozen_sha256}` : undefined}>{signed ? `${signed.agrees ? "agrees" : "declines"} as ${signed.role.toLowerCase()}, ${formatMoment(signed.at)}` : onPaper ? "not signed here; signed on paper, see below" : "to be signed on paper"}</span>
              {signed?.comment && <em>{signed.comment}</em>}
            </li>
          );
        })}
      </ul>
      {decision.may_sign && !superseded && (
        <div className={classes.sign}>
          <Textarea aria-label="Comment" placeholder="Comment; who declines says why" autosize minRows={1} value={comment} onChange={(event) => setComment(event.currentTarget.value)} />
          <Button size="xs" loading={sign.isPending} onClick={() => say(true)}>
            I agree
          </Button>
          <Button size="xs" variant="subtle" disabled={comment.trim() === ""} onClick={() => say(false)}>
            I decline
          </Button>
        </div>
      )}
    </section>
  );
}
