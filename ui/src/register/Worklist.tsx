import { gapText } from "../api";
import type { GapView, RegisterView, StepName } from "../contract/generated";
import { SectionTitle, StateLabel, StateMark } from "../shared";
import classes from "./register.module.css";

const heading: Partial<Record<StepName, string>> = {
  assign_tier: "For the tier",
  request_evidence: "Before evidence is asked for",
  start_review: "Before the review",
  onboard: "Before the contract",
  activate: "Before it is put into use",
  close: "Before the exit is closed",
};

interface WorklistProps {
  register: RegisterView;
  onOpen: (gap: GapView) => void;
}

/** What is missing for the next step, and what was passed without an answer; each line leads to where it is entered. */
export function Worklist({ register, onOpen }: WorklistProps) {
  const total = register.missing.reduce((sum, { gaps }) => sum + gaps.length, 0);
  if (total === 0 && !register.held_without_nda) return null;
  return (
    <section className={classes.work} aria-label="Missing">
      <SectionTitle count={total > 0 ? total : undefined}>Missing</SectionTitle>
      {register.held_without_nda && (
        <button type="button" className={classes.go} onClick={() => onOpen({ gap: "nda", item: null, name: null, from: null })}>
          <StateLabel state="warn">Reports are held though no confidentiality agreement is in force</StateLabel>
        </button>
      )}
      {register.missing.map(({ step, gaps }) => (
        <div key={step}>
          <h3>{heading[step] ?? "For the next step"}</h3>
          <ul>
            {gaps.map((gap) => (
              <li key={`${gap.gap}${gap.item}${gap.name}`}>
                <StateMark state="unknown" size="sm" label="" />
                <button type="button" className={classes.go} onClick={() => onOpen(gap)}>
                  {gapText(gap)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
