import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { atFields, fieldError, useWrite } from "../api";
import type { AcceptanceRequestState } from "../contract/generated";
import { formatDay, showDone, StateLabel } from "../shared";
import classes from "./Evaluation.module.css";

/** What became of something asked for. */
export function RequestState({ state, approver, expires }: { state: AcceptanceRequestState; approver: string; expires: string }) {
  if (state.state === "waiting") return <StateLabel state="unknown">{`waits for ${approver}, counts not yet`}</StateLabel>;
  if (state.state === "lapsed") return <StateLabel state="unknown">{`not answered before ${formatDay(expires)}`}</StateLabel>;
  return <StateLabel state={state.taken_back ? "unknown" : "fail"}>{`${state.taken_back ? "taken back" : "refused"} by ${state.by}: ${state.comment}`}</StateLabel>;
}

/** The one who is named approves or refuses; who asked can take it back. */
export function AnswerRequest({ command, request, title, maySign }: { command: "acceptance_answer" | "finding_acceptance_answer"; request: string; title: string; maySign: boolean }) {
  const answer = useWrite(command, { handles: atFields("comment") });
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
