import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { atFields, fieldError, useWrite } from "../api";
import type { AcceptanceRequestView } from "../contract/generated";
import { formatDay, SectionTitle, showDone, StateLabel } from "../shared";
import classes from "./Evaluation.module.css";

/** Deviations that are asked for and not approved, the latest first. */
export function DeviationRequests({ requests }: { requests: readonly AcceptanceRequestView[] }) {
  if (requests.length === 0) return null;
  return (
    <section>
      <SectionTitle count={requests.length}>Deviations asked for</SectionTitle>
      {requests.map((request) => (
        <Request key={request.id} request={request} />
      ))}
    </section>
  );
}

function Request({ request }: { request: AcceptanceRequestView }) {
  const { state, title, expires, requester, approver } = request;
  return (
    <article className={classes.card} aria-label={`Asked for: ${title}`}>
      <b>{title}</b>
      {state.state === "waiting" && <StateLabel state="unknown">{`waits for ${approver}, counts not yet`}</StateLabel>}
      {state.state === "lapsed" && <StateLabel state="unknown">{`not answered before ${formatDay(expires)}`}</StateLabel>}
      {state.state === "refused" && <StateLabel state={state.taken_back ? "unknown" : "fail"}>{`${state.taken_back ? "taken back" : "refused"} by ${state.by}: ${state.comment}`}</StateLabel>}
      <p>{request.reason}</p>
      <p className={classes.dim}>{`Found: ${request.found}`}</p>
      <p className={classes.dim}>{`Worst case: ${request.worst_case}`}</p>
      <p className={classes.dim}>{`Compensates: ${request.compensations}`}</p>
      <p className={classes.dim}>{`Asked for by ${requester} on ${formatDay(request.asked_on)}, to hold until ${formatDay(expires)}`}</p>
      {state.state === "waiting" && (state.may_sign || state.may_take_back) && <Answer request={request.id} title={title} maySign={state.may_sign} />}
    </article>
  );
}

/** The one who is named approves or refuses; who asked can take it back. */
function Answer({ request, title, maySign }: { request: string; title: string; maySign: boolean }) {
  const answer = useWrite("acceptance_answer", { handles: atFields("comment") });
  const [comment, setComment] = useState("");
  const said = comment.trim();
  const refused = maySign ? "Refused" : "Taken back";
  const say = (agrees: boolean): void => answer.mutate({ request, agrees, comment: said === "" ? null : said }, { onSuccess: () => showDone(`${agrees ? "Approved" : refused}: ${title}`) });
  return (
    <>
      <Textarea aria-label="Comment" placeholder={maySign ? "Comment; who refuses says why" : "Why it is taken back"} autosize minRows={1} value={comment} error={fieldError(answer.error, "comment")} onChange={({ currentTarget }) => setComment(currentTarget.value)} />
      <div className={classes.actions}>
        {maySign && (
          <Button size="xs" variant="filled" loading={answer.isPending} onClick={() => say(true)}>
            I approve
          </Button>
        )}
        <Button size="xs" variant="subtle" disabled={said === ""} onClick={() => say(false)}>
          {maySign ? "I refuse" : "Take it back"}
        </Button>
      </div>
    </>
  );
}
