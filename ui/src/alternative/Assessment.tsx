import type { AlternativeAssessmentView } from "../contract/generated";
import { StateLabel } from "../shared";
import classes from "./alternative.module.css";

/** Whether the path suffices for the tier, what is lacking, and what would make it suffice. */
export function Assessment({ assessment }: { assessment: AlternativeAssessmentView }) {
  const { sufficient, lacking, red_flags: flags } = assessment;
  return (
    <>
      <StateLabel state={sufficient ? "pass" : "warn"}>{sufficient ? "Suffices for the tier" : "Does not suffice for the tier yet"}</StateLabel>
      {lacking.map(({ what, remedy }) => (
        <p key={what} className={classes.note}>{`${what}. ${remedy}.`}</p>
      ))}
      {flags.map((flag) => (
        <StateLabel key={flag} state="fail">{`Red flag: ${flag}`}</StateLabel>
      ))}
    </>
  );
}
