import { Button } from "@mantine/core";
import type { DocumentView, FactView } from "../../contract/generated";
import { valueText } from "../../fact/value";
import { factLabel } from "../../fact/words";
import { count, StateMark } from "../../shared";
import classes from "./Differing.module.css";

interface DifferingProps {
  view: DocumentView;
  mayJudge: boolean;
  onLook: (key: string) => void;
  onKeep: (fact: FactView) => void;
  onTake: (fact: FactView) => void;
}

/** Facts that a later reading reads otherwise than a person judged them, with both values to choose from. */
export function Differing({ view, mayJudge, onLook, onKeep, onTake }: DifferingProps) {
  const facts = view.facts.filter((fact) => fact.differs);
  if (facts.length === 0) return null;
  const shown = (key: string, value: FactView["value"]) => (value ? valueText(key, value) : "not stated");
  return (
    <section className={classes.differing} aria-label="Read otherwise now">
      <h2>
        <StateMark state="warn" size="sm" label="" />
        {count(facts.length, "fact")} {facts.length === 1 ? "differs" : "differ"} from what you confirmed
      </h2>
      <ul>
        {facts.map((fact) => (
          <li key={fact.key}>
            <button type="button" className={classes.name} onClick={() => onLook(fact.key)}>
              {factLabel(fact.key)}
            </button>
            <span className={classes.values}>
              <span>
                said: <b>{shown(fact.key, fact.value)}</b>
              </span>
              <span>
                read now: <b>{shown(fact.key, fact.read)}</b>
              </span>
            </span>
            <Button size="xs" disabled={!mayJudge} onClick={() => onKeep(fact)} aria-label={`Keep what was said: ${factLabel(fact.key)}`}>
              Keep
            </Button>
            <Button size="xs" disabled={!mayJudge} onClick={() => onTake(fact)} aria-label={`Take what is read now: ${factLabel(fact.key)}`}>
              Take
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
