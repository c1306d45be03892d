import { NumberInput } from "@mantine/core";
import type { ContractPart } from "../contract/generated";
import { ChoiceField, CountField, DayField, LineField, YesNoField } from "./fields";
import type { FormProps } from "./forms";
import classes from "./register.module.css";
import { digitsOf, renewalLabel } from "./words";

const duties = [
  ["right_to_reports", "A report every year, and bridge letters"],
  ["audit_right", "We may audit or assess"],
  ["subprocessor_notice", "New subprocessors are announced"],
  ["data_processing_agreement", "Data processing agreement is part of it"],
  ["return_or_deletion", "Data is returned or deleted at the end, with a certificate"],
  ["ai_terms", "Says what artificial intelligence may do with our data"],
] as const;

/** A contract: its term, what it costs, and the duties that vendor management looks for. */
export function ContractForm({ value, onChange, error }: FormProps<ContractPart>) {
  const unit = 10 ** digitsOf(value.currency);
  return (
    <>
      <LineField label="Contract" description="As it is called, e.g. Master service agreement" required value={value.title} error={error("title")} onChange={(title) => onChange({ title: title ?? "" })} />
      <div className={classes.pair}>
        <DayField label="First day" value={value.start} error={error("start")} onChange={(start) => onChange({ start })} />
        <DayField label="Last day" value={value.end} error={error("end")} onChange={(end) => onChange({ end })} />
      </div>
      <div className={classes.pair}>
        <ChoiceField label="At the end" words={renewalLabel} value={value.renewal} error={error("renewal")} onChange={(renewal) => onChange(renewal === "automatic" ? { renewal } : { renewal, renewal_months: null })} />
        {value.renewal === "automatic" && <CountField label="Renews for" unit="months" value={value.renewal_months} error={error("renewal_months")} onChange={(renewal_months) => onChange({ renewal_months })} />}
        <CountField label="Notice before the end" term="notice" unit="days" value={value.notice_days} error={error("notice_days")} onChange={(notice_days) => onChange({ notice_days })} />
      </div>
      <div className={classes.pair}>
        <NumberInput
          label="Cost of a year" hideControls thousandSeparator="," decimalScale={digitsOf(value.currency)} value={value.amount_minor === null ? "" : value.amount_minor / unit} error={error("amount_minor")}
          onChange={(amount) => onChange({ amount_minor: typeof amount === "number" ? Math.round(amount * unit) : null })}
        />
        <LineField label="Currency" description="Three letters" value={value.currency} error={error("currency")} onChange={(currency) => onChange({ currency })} />
      </div>
      <fieldset className={classes.set}>
        <legend>Duties of the vendor</legend>
        <CountField label="Tells us of a breach within" unit="h" value={value.breach_notice} error={error("breach_notice")} onChange={(breach_notice) => onChange({ breach_notice })} />
        {duties.map(([name, label]) => (
          <YesNoField key={name} label={label} value={value[name]} onChange={(answer) => onChange({ [name]: answer })} />
        ))}
      </fieldset>
      <LineField label="Governing law" value={value.governing_law} error={error("governing_law")} onChange={(governing_law) => onChange({ governing_law })} />
    </>
  );
}
