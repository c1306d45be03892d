import { Popover } from "@mantine/core";
import { useState } from "react";
import type { SettingView } from "../contract/generated";
import classes from "./Policy.module.css";
import { sameValue, valueText } from "./rows";
import { SettingField } from "./SettingField";

interface SettingCellProps {
  setting: SettingView;
  /** What it is called, with the class of which it is. */
  label: string;
  value: unknown;
  /** None where the person may not change it. */
  onChange: ((value: unknown) => void) | undefined;
}

/** A value of the policy; a click changes it. A changed one shows what is in force beside it. */
export function SettingCell({ setting, label, value, onChange }: SettingCellProps) {
  const [opened, setOpened] = useState(false);
  const changed = !sameValue(value, setting.value);
  const text = valueText(setting, value);
  const why = `${label}: ${text}. Default ${valueText(setting, setting.default)}, from ${setting.source}`;
  const shown = (
    <>
      {changed && <s>{valueText(setting, setting.value)}</s>}
      <span>{text}</span>
    </>
  );
  if (!onChange) {
    return (
      <span className={classes.value} title={why}>
        {shown}
      </span>
    );
  }
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className={classes.value} data-changed={changed || undefined} aria-label={`${label}: ${text}`} title={why} onClick={() => setOpened(!opened)}>
          {shown}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <SettingField setting={setting} label={label} value={value} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}
