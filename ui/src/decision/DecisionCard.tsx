import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { DecisionView, DocumentRow, Paper } from "../contract/generated";
import { count, Definitions, formatDay, formatMoment, Icon, StateLabel } from "../shared";
import { SignedCopies } from "../signed/SignedCopies";
import { ConditionRow } from "./ConditionRow";
import classes from "./DecisionCard.module.css";
import { Signatures } from "./Signatures";
import { StaleList } from "./StaleList";
import { outcomeDone, outcomeState, riskLabel } from "./words";

interface DecisionCardProps {
  decision: DecisionView;
  /** Whether a later decision took its place. */
  superseded: boolean;
  /** Whether somebody was led to it: it is brought into view, and takes the focus. */
  led?: boolean;
  mayDecide: boolean;
  /** Whether the person may say that a condition is done. */
  mayKeep: boolean;
  /** The vendor's documents, that can prove that a condition is done. */
  documents: readonly DocumentRow[];
  onMake: (paper: Paper) => void;
  busy: boolean;
}

/** A recorded decision with its duties and the packets made of it. */
export function DecisionCard({ decision, superseded, led = false, mayDecide, mayKeep, documents, onMake, busy }: DecisionCardProps) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (led) card.current?.focus();
  }, [led]);
  return (
    <article ref={card} tabIndex={led ? -1 : undefined} className={classes.card} data-led={led || undefined} data-old={superseded || undefined} aria-label={`Decision ${decision.number}`}>
      <header className={classes.head}>
        <StateLabel state={outcomeState[decision.outcome]} size="md">
          <b>{outcomeDone[decision.outcome]}</b>
        </StateLabel>
        <span className={classes.when}>{formatDay(decision.decided_on)}</span>
        <span className={classes.number}>{`decision ${decision.number}${superseded ? ", superseded" : ""}`}</span>
      </header>
      <StaleList stale={decision.stale} />
      <p className={classes.reason}>{decision.reason}</p>
      {decision.conditions.length > 0 && (
        <table className={classes.conditions}>
          <thead>
            <tr>
              <th>Condition</th>
              <th>Owner</th>
              <th>By</th>
            </tr>
          </thead>
          <tbody>
            {decision.conditions.map((condition) => (
              <ConditionRow key={condition.id} condition={condition} documents={documents} allowed={mayKeep} />
            ))}
          </tbody>
        </table>
      )}
      <Definitions
        label="7rem"
        items={[
          ...(decision.residual ? [["Risk that stays", `${riskLabel[decision.residual.level]}: ${decision.residual.words}`] as [string, string]] : []),
          ...(decision.verdict ? [["Rested on", [`the rules: ${decision.verdict.toLowerCase()}`, decision.policy_version ? `policy version ${decision.policy_version}` : null, decision.review ? `review ${decision.review}` : "no review"].filter((part) => part !== null).join(", ")] as [string, string]] : []),
          ["Next review", decision.next_review ? formatDay(decision.next_review) : "none set"],
          ["Recorded", `${formatMoment(decision.recorded_at)} by ${decision.recorded_by}`],
        ]}
      />
      <Signatures decision={decision} superseded={superseded} />
      <SignedCopies copies={decision.copies} />
      <footer className={classes.packets}>
        {decision.packets.map((packet) => (
          <Button key={packet.id} size="xs" component={Link} to="/packets/$packet" params={{ packet: packet.id } as never} leftSection={<Icon name="packet" size={14} />}>
            {`${packet.number} v${packet.version}, ${packet.paper === "a4" ? "A4" : "Letter"}, ${count(packet.pages, "page")}`}
          </Button>
        ))}
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="xs" variant={decision.packets.length === 0 ? "default" : "subtle"} disabled={!mayDecide} loading={busy} rightSection={<Icon name="chevron-down" size={12} />}>
              Make packet
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onMake("a4")}>on A4 paper</Menu.Item>
            <Menu.Item onClick={() => onMake("letter")}>on Letter paper</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </footer>
    </article>
  );
}
