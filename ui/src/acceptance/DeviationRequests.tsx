import type { AcceptanceRequestView } from "../contract/generated";
import { formatDay, SectionTitle } from "../shared";
import { AnswerRequest, RequestState } from "./AnswerRequest";
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
      <RequestState state={state} approver={approver} expires={expires} />
      <p>{request.reason}</p>
      <p className={classes.dim}>{`Found: ${request.found}`}</p>
      <p className={classes.dim}>{`Worst case: ${request.worst_case}`}</p>
      <p className={classes.dim}>{`Compensates: ${request.compensations}`}</p>
      <p className={classes.dim}>{`Asked for by ${requester} on ${formatDay(request.asked_on)}, to hold until ${formatDay(expires)}`}</p>
      {state.state === "waiting" && (state.may_sign || state.may_take_back) && <AnswerRequest command="acceptance_answer" request={request.id} title={title} maySign={state.may_sign} />}
    </article>
  );
}
