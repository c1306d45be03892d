import type { NdaPart } from "../contract/generated";
import { ChoiceField, DayField } from "./fields";
import type { FormProps } from "./forms";
import classes from "./register.module.css";
import { ndaLabel } from "./words";

/** The confidentiality agreed: reports of restricted use are held only under one. */
export function NdaForm({ value, onChange, error }: FormProps<NdaPart>) {
  const agreed = value.state === "signed" || value.state === "click_through";
  return (
    <>
      <ChoiceField label="What was agreed" term="nda" words={ndaLabel} value={value.state} error={error("state")} onChange={(state) => onChange(state === "signed" || state === "click_through" ? { state } : { state, signed_on: null, until: null })} />
      {agreed && (
        <div className={classes.pair}>
          <DayField label="Since" value={value.signed_on} error={error("signed_on")} onChange={(signed_on) => onChange({ signed_on })} />
          <DayField label="Until" description="Empty where it holds on" value={value.until} error={error("until")} onChange={(until) => onChange({ until })} />
        </div>
      )}
    </>
  );
}
