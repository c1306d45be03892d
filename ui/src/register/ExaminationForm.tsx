import { Select } from "@mantine/core";
import type { ExaminationPart } from "../contract/generated";
import { kindLabel } from "../fact/words";
import { ChoiceField, DayField, LineField, TextField } from "./fields";
import type { FormProps } from "./forms";
import classes from "./register.module.css";
import { examinationLabel } from "./words";

/** The vendor's next examination as it was told; emptied, nothing is known of one. */
export function ExaminationForm({ value, onChange, error, proofs }: FormProps<ExaminationPart>) {
  return (
    <>
      <p className={classes.note}>With a bridge letter it lets a report be relied on a little beyond its age, and a Type 1 count where a Type 2 is planned. Leave everything empty where none is known.</p>
      <div className={classes.pair}>
        <LineField label="Firm that examines" value={value.firm} error={error("firm")} onChange={(firm) => onChange({ firm })} />
        <ChoiceField label="Leads to" words={examinationLabel} value={value.kind} error={error("kind")} onChange={(kind) => onChange({ kind })} />
      </div>
      <div className={classes.pair}>
        <DayField label="Period from" value={value.from} error={error("from")} onChange={(from) => onChange({ from })} />
        <DayField label="Period to" value={value.to} error={error("to")} onChange={(to) => onChange({ to })} />
      </div>
      <DayField label="Report expected on" value={value.expected_on} error={error("expected_on")} onChange={(expected_on) => onChange({ expected_on })} />
      <Select
        label="Proved by" description="An engagement letter, or a letter of the vendor, filed with it" placeholder="no document" clearable clearButtonProps={{ "aria-label": "Clear" }}
        data={proofs.map(({ document, kind, file_name }) => ({ value: document, label: `${file_name} · ${kindLabel(kind)}` }))}
        value={value.proof} error={error("proof")} onChange={(proof) => onChange({ proof })}
      />
      <TextField label="Or what the vendor said" description="Who said it, where and when" value={value.said} error={error("said")} onChange={(said) => onChange({ said })} />
    </>
  );
}
