import { Menu } from "@mantine/core";
import { gapText, useWrite } from "../../api";
import type { RegisterView, StepName, VendorView } from "../../contract/generated";
import { IconButton, showDone } from "../../shared";
import { stageLabel, stepHint, stepLabel } from "../../vendor/words";
import classes from "./VendorView.module.css";

interface VendorStepsProps {
  view: VendorView;
  /** What is missing for each step; none while it is not known. */
  register: RegisterView | undefined;
  allowed: boolean;
  onOffboard: () => void;
}

/** The steps by hand from where the vendor stands. One for which something is missing says what, and leads nowhere. */
export function VendorSteps({ view, register, allowed, onOffboard }: VendorStepsProps) {
  const move = useWrite("vendor_move");
  const gapsOf = (step: StepName) => register?.steps.find((each) => each.step === step)?.gaps ?? [];
  const take = (step: StepName): void => {
    // Leaving needs a plan, which the dialog asks for.
    if (step === "start_offboarding") return onOffboard();
    move.mutate({ vendor: view.row.id, step }, { onSuccess: (moved) => showDone(`Now: ${stageLabel[moved.row.stage].toLowerCase()}`) });
  };
  return (
    <Menu position="bottom-end" width={320} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <IconButton icon="more" name="Move on" variant="default" disabled={!allowed} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Move on</Menu.Label>
        {view.steps.map((step) => {
          const gaps = step === "start_offboarding" ? [] : gapsOf(step);
          return (
            <Menu.Item key={step} className={classes.step} disabled={gaps.length > 0} onClick={() => take(step)}>
              {stepLabel[step]}
              <span className={classes.hint}>{gaps.length > 0 ? `Missing: ${gaps.slice(0, 3).map(gapText).join("; ")}${gaps.length > 3 ? `; and ${gaps.length - 3} more` : ""}` : stepHint[step]}</span>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
