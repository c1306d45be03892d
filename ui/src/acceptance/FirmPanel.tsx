import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useWorkspace } from "../api";
import type { EvaluatedDocument, FirmView } from "../contract/generated";
import { formatDay, SectionTitle, StateLabel } from "../shared";
import classes from "./Evaluation.module.css";
import { FirmCheckDialog } from "./FirmCheckDialog";
import { licenceLabel, lookUpLabel, peerReviewLabel, signalLabel } from "./words";

/** The firms that a vendor's reports name, each with its latest check. */
export function FirmPanel({ firms, documents, allowed }: { firms: readonly FirmView[]; documents: readonly EvaluatedDocument[]; allowed: boolean }) {
  const { today } = useWorkspace();
  const [checking, setChecking] = useState<string | null>(null);
  if (firms.length === 0) return null;
  return (
    <section>
      <SectionTitle>CPA firm</SectionTitle>
      {firms.map((firm) => (
        <article key={firm.name} className={classes.card} aria-label={firm.name}>
          <b>{firm.name}</b>
          {firm.location && <span className={classes.dim}>{firm.location}</span>}
          <LatestCheck firm={firm} today={today} />
          <div className={classes.actions}>
            <Button size="xs" disabled={!allowed} onClick={() => setChecking(firm.name)}>
              {firm.checks.length === 0 ? "Check the firm …" : "Check again …"}
            </Button>
          </div>
        </article>
      ))}
      <FirmCheckDialog firm={firms.find(({ name }) => name === checking) ?? null} documents={documents} onClose={() => setChecking(null)} />
    </section>
  );
}

function LatestCheck({ firm, today }: { firm: FirmView; today: string }) {
  const [check] = firm.checks;
  if (!check) return <StateLabel state="unknown">not checked yet</StateLabel>;
  const { result } = check;
  const old = firm.recheck_from !== null && firm.recheck_from < today;
  return (
    <>
      {result.licence && <p>{`Licence: ${licenceLabel[result.licence]}${result.licensed_by ? `, ${result.licensed_by}` : ""}`}</p>}
      {result.peer_review && <p>{`Peer review: ${peerReviewLabel[result.peer_review]}${result.peer_review_accepted_on ? `, accepted ${formatDay(result.peer_review_accepted_on)}` : ""}`}</p>}
      {result.signals.map((signal) => (
        <StateLabel key={signal} state="warn">
          {signalLabel[signal]}
        </StateLabel>
      ))}
      {check.proofs.map(({ of, document, file_name: name }) => (
        <p key={of} className={classes.dim}>
          {`${lookUpLabel[of]}: `}
          <Link to="/documents/$document" params={{ document }}>
            {name}
          </Link>
        </p>
      ))}
      {result.note && <p className={classes.dim}>{result.note}</p>}
      <p className={classes.dim}>{`Checked ${formatDay(check.checked_on)} by ${check.checked_by}${firm.recheck_from ? `, again from ${formatDay(firm.recheck_from)}` : ""}`}</p>
      {old && <StateLabel state="warn">due to be checked again</StateLabel>}
      <p className={classes.dim}>It holds for every vendor that this firm examines.</p>
    </>
  );
}
