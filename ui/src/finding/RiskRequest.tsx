import { AnswerRequest, RequestState } from "../acceptance/AnswerRequest";
import type { FindingView } from "../contract/generated";
import { Definitions, formatDay } from "../shared";
import classes from "./finding.module.css";

/** That a finding be accepted for a time, as it was asked for: it counts once it is approved. */
export function RiskRequest({ request }: { request: NonNullable<FindingView["request"]> }) {
  const { state } = request;
  return (
    <section className={classes.card} aria-label="Acceptance asked for">
      <b>{`Acceptance until ${formatDay(request.expires)} asked for`}</b>
      <RequestState state={state} approver={request.approver} expires={request.expires} />
      <Definitions
        label="7rem"
        items={[
          ["Reason", request.reason],
          ["Worst case", request.worst_case],
          ["Compensates", request.compensations],
          ["Plan", request.plan],
          ["Risk", `stays ${request.residual}`],
          ["Asked", `by ${request.requester} on ${formatDay(request.asked_on)}`],
        ]}
      />
      {state.state === "waiting" && (state.may_sign || state.may_take_back) && <AnswerRequest command="finding_acceptance_answer" request={request.id} title="Acceptance of the finding" maySign={state.may_sign} />}
    </section>
  );
}
