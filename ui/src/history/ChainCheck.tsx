import { Button } from "@mantine/core";
import { useWrite } from "../api";
import { count, Icon, StateLabel } from "../shared";
import classes from "./ChainCheck.module.css";

/** Checks the chain of hashes that ties every entry to the one before, and says what it found. */
export function ChainCheck() {
  const verify = useWrite("history_verify");
  const report = verify.data;
  return (
    <div className={classes.check}>
      <div aria-live="polite">
        {report && report.broken_at === null && <StateLabel state="pass">Whole: {count(report.entries, "entry", "entries")} checked</StateLabel>}
        {report && report.broken_at !== null && <StateLabel state="fail">Changed from outside, first at entry: {report.broken_at}</StateLabel>}
      </div>
      <Button loading={verify.isPending} leftSection={<Icon name="link" />} onClick={() => verify.mutate({})}>Verify the chain</Button>
    </div>
  );
}
