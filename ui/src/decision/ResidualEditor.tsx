import { SegmentedControl, Textarea } from "@mantine/core";
import type { RiskName } from "../contract/generated";
import { TermHelp } from "../fact/TermHelp";
import classes from "./DecisionForm.module.css";
import { riskLabel, riskOrder } from "./words";

interface ResidualEditorProps {
  level: RiskName | null;
  words: string;
  error: string | undefined;
  disabled: boolean;
  onChange: (part: { residual_level?: RiskName | null; residual_words?: string }) => void;
}

/** The risk that stays when all that is decided is done. */
export function ResidualEditor({ level, words, error, disabled, onChange }: ResidualEditorProps) {
  return (
    <fieldset className={classes.set} disabled={disabled}>
      <legend>
        Risk that stays <TermHelp term="residual_risk" />
      </legend>
      <SegmentedControl
        size="xs"
        aria-label="How much risk stays"
        disabled={disabled}
        value={level ?? "none"}
        onChange={(value) => onChange({ residual_level: riskOrder.find((risk) => risk === value) ?? null })}
        data={[{ value: "none", label: "Not said" }, ...riskOrder.map((risk) => ({ value: risk, label: riskLabel[risk] }))]}
      />
      <Textarea mt={6} aria-label="What can still happen" placeholder="What can still happen, in plain words" autosize minRows={1} maxRows={6} value={words} error={error} onChange={(event) => onChange({ residual_words: event.currentTarget.value })} />
    </fieldset>
  );
}
