import { Radio } from "@mantine/core";
import type { OutcomeName } from "../contract/generated";
import { StateMark } from "../shared";
import classes from "./DecisionForm.module.css";
import { hintFor, outcomeLabel, outcomeOrder, outcomeState } from "./words";

interface OutcomeChoiceProps {
  value: OutcomeName | null;
  error: string | undefined;
  disabled: boolean;
  /** Whether the vendor is in use. */
  inUse: boolean;
  onChange: (outcome: OutcomeName) => void;
}

/** What is decided. */
export function OutcomeChoice({ value, error, disabled, inUse, onChange }: OutcomeChoiceProps) {
  return (
    <Radio.Group label="Decision" error={error} value={value} onChange={(chosen) => onChange(outcomeOrder.find((outcome) => outcome === chosen) ?? "approved")}>
      <div className={classes.outcomes}>
        {outcomeOrder.map((outcome) => (
          <Radio.Card key={outcome} value={outcome} disabled={disabled} className={classes.outcome} radius="md">
            <StateMark state={outcomeState[outcome]} label="" />
            <span>
              <b>{outcomeLabel[outcome]}</b>{" "}
              <em>{hintFor(outcome, inUse)}</em>
            </span>
            <Radio.Indicator size="xs" />
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
