import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { DecisionView, Paper } from "../contract/generated";
import { count, Definitions, formatDay, formatMoment, Icon, StateLabel } from "../shared";
import classes from "./DecisionCard.module.css";
import { outcomeDone, outcomeState } from "./words";

interface DecisionCardProps {
  decision: DecisionView;
  /** Whether a later decision took its place. */
  superseded: boolean;
  mayDecide: boolean;
  onMake: (paper: Paper) => void;
  busy: boolean;
}

/** A recorded decision with its duties and the packets made of it. */
export function DecisionCard({ decision, superseded, mayDecide, onMake, busy }: DecisionCardProps) {
  return (
    <article className={classes.card} data-old={superseded || undefined} aria-label={`Decision ${decision.number}`}>
      <header className={classes.head}>
        <StateLabel state={outcomeState[decision.outcome]} size="md">
          <b>{outcomeDone[decision.outcome]}</b>
        </StateLabel>
        <span className={classes.when}>{formatDay(decision.decided_on)}</span>
        <span className={classes.number}>{`decision ${decision.number}${superseded ? ", superseded" : ""}`}</span>
      </header>
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
              <tr key={`${condition.what}${condition.due}`}>
                <td>{condition.what}</td>
                <td>{condition.owner}</td>
                <td>{formatDay(condition.due)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Definitions
        label="7rem"
        items={[
          ["Signers", decision.signers.map((person) => person.name).join(", ")],
          ["Next review", decision.next_review ? formatDay(decision.next_review) : "none set"],
          ["Recorded", `${formatMoment(decision.recorded_at)} by ${decision.recorded_by}`],
        ]}
      />
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
