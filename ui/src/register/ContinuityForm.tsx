import type { ContinuityPart } from "../contract/generated";
import { EscrowFields } from "./EscrowFields";
import { ChoicesField, CountField, LastDoneField, YesNoField } from "./fields";
import type { FormProps } from "./forms";
import { newEscrow } from "./parts";
import classes from "./register.module.css";
import { alternativeLabel } from "./words";

/** How we would go on without the vendor. */
export function ContinuityForm({ value, onChange, error }: FormProps<ContinuityPart>) {
  return (
    <>
      <LastDoneField label="Plan to leave, last updated" term="exit_plan" value={value.exit_plan} error={error("exit_plan")} onChange={(exit_plan) => onChange({ exit_plan })} />
      <LastDoneField label="Plan to leave, last tried out" term="exit_test" value={value.exit_test} error={error("exit_test")} onChange={(exit_test) => onChange({ exit_test })} />
      <CountField label="Leaving would take" unit="days" value={value.exit_effort_days} error={error("exit_effort_days")} onChange={(exit_effort_days) => onChange({ exit_effort_days })} />
      <YesNoField label="The way to get our data out is known" value={value.export_known} onChange={(export_known) => onChange({ export_known })} />
      <LastDoneField label="Export of our data, last tested" term="export_test" value={value.export_test} error={error("export_test")} onChange={(export_test) => onChange({ export_test })} />
      <fieldset className={classes.set}>
        <legend>Needed and offered</legend>
        <div className={classes.pair}>
          <CountField label="Back within: we need" term="rto" unit="h" value={value.rto_needed} error={error("rto_needed")} onChange={(rto_needed) => onChange({ rto_needed })} />
          <CountField label="Back within: vendor offers" unit="h" value={value.rto_offered} error={error("rto_offered")} onChange={(rto_offered) => onChange({ rto_offered })} />
        </div>
        <div className={classes.pair}>
          <CountField label="Data lost at most: we need" term="rpo" unit="h" value={value.rpo_needed} error={error("rpo_needed")} onChange={(rpo_needed) => onChange({ rpo_needed })} />
          <CountField label="Data lost at most: vendor offers" unit="h" value={value.rpo_offered} error={error("rpo_offered")} onChange={(rpo_offered) => onChange({ rpo_offered })} />
        </div>
      </fieldset>
      <fieldset className={classes.set}>
        <legend>Escrow</legend>
        <YesNoField label="There is an escrow agreement" term="escrow" value={value.escrow_agreed} onChange={(escrow_agreed) => onChange({ escrow_agreed, escrow: escrow_agreed ? (value.escrow ?? newEscrow()) : null })} />
        {value.escrow_agreed && value.escrow && <EscrowFields value={value.escrow} error={(field) => error(`escrow.${field}`)} onChange={(change) => value.escrow && onChange({ escrow: { ...value.escrow, ...change } })} />}
        <ChoicesField label="What there is instead" words={alternativeLabel} value={value.alternatives} onChange={(alternatives) => onChange({ alternatives: alternatives ?? [] })} />
      </fieldset>
    </>
  );
}
