import { Select } from "@mantine/core";
import type { EscrowPart } from "../contract/generated";
import { ChoiceField, ChoicesField, CountField, DayField, LineField, TextField } from "./fields";
import type { FormProps } from "./forms";
import classes from "./register.module.css";
import { choices, depositLabel, escrowLabel, levelLabel, releaseLabel } from "./words";

const levels = { "1": levelLabel(1), "2": levelLabel(2), "3": levelLabel(3), "4": levelLabel(4) } as const;
const levelOf = (level: number | null): keyof typeof levels | null => (level === null ? null : ((Object.keys(levels) as (keyof typeof levels)[]).find((each) => Number(each) === level) ?? null));

/** The escrow record. */
export function EscrowFields({ value, onChange, error }: Omit<FormProps<EscrowPart>, "people" | "proofs">) {
  return (
    <>
      <div className={classes.pair}>
        <Select label="What is deposited" allowDeselect={false} data={choices(escrowLabel)} value={value.kind} error={error("kind")} onChange={(kind) => kind && onChange({ kind: kind as EscrowPart["kind"] })} />
        <LineField label="Agent" value={value.agent} error={error("agent")} onChange={(agent) => onChange({ agent })} />
      </div>
      {value.kind === "source_code" && <p className={classes.about}>Source code alone rarely brings a hosted service back: hosting must be covered, too.</p>}
      <div className={classes.pair}>
        <DayField label="Agreed on" value={value.agreed_on} error={error("agreed_on")} onChange={(agreed_on) => onChange({ agreed_on })} />
        <DayField label="Last deposit" value={value.last_deposit_on} error={error("last_deposit_on")} onChange={(last_deposit_on) => onChange({ last_deposit_on })} />
        <CountField label="A deposit is due every" unit="months" value={value.deposit_every_months} error={error("deposit_every_months")} onChange={(deposit_every_months) => onChange({ deposit_every_months })} />
      </div>
      <ChoicesField label="The deposit holds" words={depositLabel} value={value.deposit} onChange={(deposit) => onChange({ deposit })} />
      <ChoicesField label="Released on" words={releaseLabel} value={value.release_conditions} onChange={(release_conditions) => onChange({ release_conditions })} />
      <div className={classes.pair}>
        <ChoiceField label="Verified to level" term="escrow_verification" words={levels} value={levelOf(value.verification_level)} error={error("verification_level")} onChange={(level) => onChange({ verification_level: level === null ? null : Number(level) })} />
        <DayField label="Verified on" value={value.verified_on} error={error("verified_on")} onChange={(verified_on) => onChange({ verified_on })} />
        <DayField label="Release last exercised" value={value.last_exercise_on} error={error("last_exercise_on")} onChange={(last_exercise_on) => onChange({ last_exercise_on })} />
      </div>
      <TextField label="How it is released, and how fast" value={value.release_procedure} error={error("release_procedure")} onChange={(release_procedure) => onChange({ release_procedure })} />
      <TextField label="Our rights after that" value={value.rights_after_release} error={error("rights_after_release")} onChange={(rights_after_release) => onChange({ rights_after_release })} />
      <LineField label="Who could run it" value={value.operator} error={error("operator")} onChange={(operator) => onChange({ operator })} />
    </>
  );
}
