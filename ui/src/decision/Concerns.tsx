import { useRead } from "../api";
import type { OutcomeName } from "../contract/generated";
import { CautionList } from "./CautionList";
import classes from "./DecisionForm.module.css";

/** What speaks against the decision as it is chosen; nothing where nothing does. */
export function Concerns(choice: { vendor: string; outcome: OutcomeName; signers: readonly string[] }) {
  const concerns = useRead("decision_concerns", { ...choice, signers: [...choice.signers] }).data ?? [];
  if (concerns.length === 0) return null;
  return (
    <section className={classes.set} aria-label="Speaks against it" role="status">
      <CautionList cautions={concerns} documents={[]} />
    </section>
  );
}
