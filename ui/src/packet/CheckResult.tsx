import { Link } from "@tanstack/react-router";
import type { PacketCheckView } from "../contract/generated";
import { StateLabel } from "../shared";
import classes from "./CheckResult.module.css";
import { outcomeLabel, outcomeState, partLabel, verdictLabel, verdictSentence, verdictState } from "./check-words";

/** What was found of a file that was checked as a packet: the verdict, and a sentence for each check. */
export function CheckResult({ check }: { check: PacketCheckView }) {
  return (
    <article className={classes.result} aria-label={check.file_name}>
      <div className={classes.head}>
        <div>
          <h2>{check.file_name}</h2>
          {check.number !== null && (
            <p className={classes.of}>
              {check.packet === null ? `Packet ${check.number}` : <Link to="/packets/$packet" params={{ packet: check.packet }}>{`Packet ${check.number}`}</Link>}
              {`, version ${check.version}, on ${check.vendor_name}`}
            </p>
          )}
        </div>
        <StateLabel state={verdictState[check.verdict]} size="md">
          <b>{verdictLabel[check.verdict]}</b>
        </StateLabel>
      </div>
      <p className={classes.verdict}>{verdictSentence[check.verdict]}</p>
      {check.checks.length > 0 && (
        <ul className={classes.checks}>
          {check.checks.map(({ part, outcome, found }) => (
            <li key={part}>
              <StateLabel state={outcomeState[outcome]}>{outcomeLabel[outcome]}</StateLabel>
              <span>{partLabel[part]}</span>
              <span className={classes.found}>{sentence(found)}</span>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** What was found comes in words that go on from a label: here they stand alone. */
function sentence(found: string): string {
  return `${found.charAt(0).toUpperCase()}${found.slice(1)}.`;
}
