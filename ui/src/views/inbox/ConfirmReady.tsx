import { Button } from "@mantine/core";
import { useMay, useWrite } from "../../api";
import type { ReadyDocument } from "../../contract/generated";
import { count, Icon, showDone } from "../../shared";

/** Confirms and files, in one go, the documents about which nothing is in doubt. Both can be taken back. */
export function ConfirmReady({ ready }: { ready: readonly ReadyDocument[] }) {
  const mayKeep = useMay("keep_documents");
  const mayJudge = useMay("judge_facts");
  const confirm = useWrite("inbox_confirm");
  const takeBack = useWrite("inbox_take_back");
  if (ready.length === 0 || !mayKeep || !mayJudge) return null;

  const run = (): void =>
    confirm.mutate(
      { documents: ready.map((each) => each.document) },
      { onSuccess: ({ filed }) => showDone(`${count(filed.length, "document")} confirmed and filed`, () => takeBack.mutate({ documents: filed })) },
    );
  return (
    <Button leftSection={<Icon name="check" />} loading={confirm.isPending} onClick={run} title={ready.map((each) => each.vendor_name).join(", ")}>
      {`Confirm ${ready.length} ready`}
    </Button>
  );
}
