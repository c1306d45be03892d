import { Button } from "@mantine/core";
import { useMay, useWrite } from "../api";
import type { Inbox } from "../contract/generated";
import { count, Icon } from "../shared";
import classes from "./DocumentItem.module.css";

/** Offers to read again what an older reader has read, and to stop that. */
export function ReadAgain({ inbox }: { inbox: Pick<Inbox, "jobs" | "read_by_older"> }) {
  const mayKeep = useMay("keep_documents");
  const again = useWrite("documents_read_again");
  const cancel = useWrite("read_again_cancel");
  const underWay = inbox.jobs.filter((job) => job.again !== null && (job.state.state === "queued" || job.state.state === "reading")).length;
  if (underWay > 0) {
    return (
      <div className={classes.again} role="status">
        <Icon name="refresh" size={14} />
        <span>{count(underWay, "document")} to be read again</span>
        <Button size="xs" variant="subtle" loading={cancel.isPending} onClick={() => cancel.mutate({})}>
          Cancel all
        </Button>
      </div>
    );
  }
  if (inbox.read_by_older === 0) return null;
  return (
    <div className={classes.again}>
      <Icon name="refresh" size={14} />
      <span>{count(inbox.read_by_older, "document")} read by an older version of this program. What you judged stays.</span>
      <Button size="xs" disabled={!mayKeep} loading={again.isPending} onClick={() => again.mutate({ which: "older" })}>
        {`Read ${count(inbox.read_by_older, "document")} again`}
      </Button>
    </div>
  );
}
