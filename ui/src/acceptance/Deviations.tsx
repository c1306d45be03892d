import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { atFields, fieldError, useWrite } from "../api";
import type { AcceptanceView } from "../contract/generated";
import { formatDay, SectionTitle, showDone, StateLabel } from "../shared";
import classes from "./Evaluation.module.css";
import { rankLabel } from "./words";

/** What somebody signed for, the latest first; each can be ended once. */
export function Deviations({ acceptances, allowed }: { acceptances: readonly AcceptanceView[]; allowed: boolean }) {
  if (acceptances.length === 0) return null;
  return (
    <section>
      <SectionTitle count={acceptances.length}>Deviations</SectionTitle>
      {acceptances.map((acceptance) => (
        <Deviation key={acceptance.id} acceptance={acceptance} allowed={allowed} />
      ))}
    </section>
  );
}

function Deviation({ acceptance, allowed }: { acceptance: AcceptanceView; allowed: boolean }) {
  const end = useWrite("acceptance_end", { handles: atFields("why") });
  const [why, setWhy] = useState<string | null>(null);
  const { state } = acceptance;
  return (
    <article className={classes.card} aria-label={acceptance.title}>
      <b>{acceptance.title}</b>
      {state.state === "holds" && <StateLabel state="warn">{`holds until ${formatDay(acceptance.expires)}`}</StateLabel>}
      {state.state === "expired" && <StateLabel state="fail">{`ran out on ${formatDay(acceptance.expires)}, counts no more`}</StateLabel>}
      {state.state === "ended" && <StateLabel state="unknown">{`ended ${formatDay(state.on)} by ${state.by}: ${state.why}`}</StateLabel>}
      <p>{acceptance.reason}</p>
      <p className={classes.dim}>{`Found: ${acceptance.found}`}</p>
      <p className={classes.dim}>{`Worst case: ${acceptance.worst_case}`}</p>
      <p className={classes.dim}>{`Compensates: ${acceptance.compensations}`}</p>
      <p className={classes.dim}>{`Asked for by ${acceptance.requester}, granted ${formatDay(acceptance.granted_on)} by ${acceptance.approver} as ${rankLabel[acceptance.rank]}`}</p>
      {state.state === "holds" && why === null && (
        <div className={classes.actions}>
          <Button size="xs" disabled={!allowed} onClick={() => setWhy("")}>
            End it …
          </Button>
        </div>
      )}
      {why !== null && state.state === "holds" && (
        <>
          <Textarea label="Why it ends" autosize data-autofocus value={why} error={fieldError(end.error, "why")} onChange={(event) => setWhy(event.currentTarget.value)} />
          <div className={classes.actions}>
            <Button size="xs" variant="filled" loading={end.isPending} onClick={() => end.mutate({ acceptance: acceptance.id, why }, { onSuccess: () => showDone(`Ended: ${acceptance.title}`) })}>
              End it
            </Button>
            <Button size="xs" variant="subtle" onClick={() => setWhy(null)}>
              Cancel
            </Button>
          </div>
        </>
      )}
    </article>
  );
}
