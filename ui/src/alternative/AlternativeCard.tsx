import { Button } from "@mantine/core";
import { useState } from "react";
import { rankLabel } from "../acceptance/words";
import { useRead } from "../api";
import type { AlternativeStanding, EvaluatedDocument } from "../contract/generated";
import { formatDay, SectionTitle, type State, StateLabel } from "../shared";
import { AlternativeDialog } from "./AlternativeDialog";
import classes from "./alternative.module.css";
import { Assessment } from "./Assessment";
import { Withdraw } from "./Withdraw";
import { reasonLabel } from "./words";

interface Props {
  vendor: string;
  documents: readonly EvaluatedDocument[];
  /** Whether the person may record it. */
  allowed: boolean;
  /** Opens the approval, where the path waits for one and the person may record it. */
  onApprove: (() => void) | undefined;
}

/** How to go on with a vendor that has no current SOC 2 report; nothing where that is not the question. */
export function AlternativeCard({ vendor, documents, allowed, onApprove }: Props) {
  const path = useRead("alternative", { vendor });
  const [opened, setOpened] = useState(false);
  const view = path.data;
  if (!view?.offered) return null;
  const last = view.versions[0];
  const { state, text } = said(view.standing);
  return (
    <section>
      <SectionTitle>Without a current SOC 2 report</SectionTitle>
      <div className={classes.form}>
        <StateLabel state={state}>{text}</StateLabel>
        {last?.withdrawn && <p className={classes.note}>{`Version ${last.version} was withdrawn ${formatDay(last.withdrawn.on)} by ${last.withdrawn.by}: ${last.withdrawn.why}`}</p>}
        {last && !last.withdrawn && <p className={classes.note}>{`Version ${last.version}: ${last.record.reason ? reasonLabel[last.record.reason].toLowerCase() : ""}. Assessed ${formatDay(last.assessed_on)} by ${last.assessed_by}, holds until ${formatDay(last.expires)}.`}</p>}
        {last && view.assessment && <Assessment assessment={view.assessment} />}
        {view.tier === null && <p className={classes.note}>Assign the tier first: it says what suffices.</p>}
        <div className={classes.foot} style={{ justifyContent: "start" }}>
          <Button size="xs" disabled={!allowed || view.tier === null} onClick={() => setOpened(true)}>
            {view.draft ? "Go on with it …" : last ? "Assess again …" : "Go on without it …"}
          </Button>
          {last && !last.withdrawn && allowed && <Withdraw vendor={vendor} version={last.version} />}
          {view.standing.state === "to_approve" && onApprove && (
            <Button size="xs" variant="filled" onClick={onApprove}>
              Ask for the approval …
            </Button>
          )}
        </div>
      </div>
      <AlternativeDialog view={view} documents={documents} opened={opened} onClose={() => setOpened(false)} />
    </section>
  );
}

function said(standing: AlternativeStanding): { state: State; text: string } {
  switch (standing.state) {
    case "none":
      return { state: "unknown", text: "No current report is held. Other evidence can stand in its place for a time." };
    case "ran_out":
      return { state: "fail", text: `The assessment ran out on ${formatDay(standing.on)}` };
    case "not_needed":
      return { state: "pass", text: "Not needed: other evidence is held that the tier accepts" };
    case "insufficient":
      return { state: "warn", text: "Recorded, does not suffice" };
    case "to_approve":
      return { state: "warn", text: `Suffices; must be approved by ${rankLabel[standing.needed]}` };
    case "approved":
      return { state: "pass", text: `Approved until ${formatDay(standing.until)}` };
  }
}
