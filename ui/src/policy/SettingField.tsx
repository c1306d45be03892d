import { Button, MultiSelect, NumberInput, Select, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import type { SettingView } from "../contract/generated";
import classes from "./Policy.module.css";
import { sameValue, valueText } from "./rows";

interface SettingFieldProps {
  setting: SettingView;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** Changes one setting, and says what is possible and what supports the default. */
export function SettingField({ setting, label, value, onChange }: SettingFieldProps) {
  return (
    <div className={classes.field}>
      <Editor setting={setting} label={label} value={value} onChange={onChange} />
      {setting.least !== null && setting.most !== null && <p className={classes.dim}>{`From ${setting.least} to ${setting.most}${setting.may_be_empty ? ", or empty for no limit" : ""}.`}</p>}
      <p className={classes.dim}>{`Default: ${valueText(setting, setting.default)}. It comes from: ${setting.source}`}</p>
      <div className={classes.back}>
        {!sameValue(value, setting.value) && (
          <Button size="xs" variant="subtle" onClick={() => onChange(setting.value)}>
            {`As in force: ${valueText(setting, setting.value)}`}
          </Button>
        )}
        {!sameValue(value, setting.default) && (
          <Button size="xs" variant="subtle" onClick={() => onChange(setting.default)}>
            Default
          </Button>
        )}
      </div>
    </div>
  );
}

function Editor({ setting, label, value, onChange }: SettingFieldProps) {
  const within = { comboboxProps: { withinPortal: false } };
  if (setting.unit === "switch") return <Switch label={label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
  if (setting.unit === "choice") return <Select {...within} label={label} data={setting.choices} value={String(value)} allowDeselect={false} onChange={(chosen) => chosen !== null && onChange(chosen)} />;
  if (setting.unit === "choices") return <MultiSelect {...within} label={label} data={setting.choices} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} />;
  if (Array.isArray(setting.value)) return <Numbers label={label} value={value} onChange={onChange} />;
  return (
    <NumberInput
      label={label}
      allowDecimal={false}
      allowNegative={false}
      value={typeof value === "number" ? value : ""}
      onChange={(typed) => {
        if (typeof typed === "number") onChange(typed);
        else if (setting.may_be_empty) onChange(null);
      }}
    />
  );
}

/** Several numbers in a row; what is no number yet is kept as typed and not taken. */
function Numbers({ label, value, onChange }: { label: string; value: unknown; onChange: (value: unknown) => void }) {
  const [typed, setTyped] = useState(Array.isArray(value) ? value.join(", ") : "");
  return (
    <TextInput
      label={label}
      description="Several numbers, with commas between them"
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const parts = text.split(",").map((part) => part.trim());
        if (parts.every((part) => /^\d+$/.test(part))) onChange(parts.map(Number));
      }}
    />
  );
}
