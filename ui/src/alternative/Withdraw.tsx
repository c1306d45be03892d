import { Button, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { atFields, fieldError, useWrite } from "../api";
import { showDone } from "../shared";
import classes from "./alternative.module.css";

/** Withdraws what was recorded, with a reason. */
export function Withdraw({ vendor, version }: { vendor: string; version: number }) {
  const [opened, setOpened] = useState(false);
  const [why, setWhy] = useState("");
  const withdraw = useWrite("alternative_withdraw", { handles: atFields("why") });
  // What is said afterwards does not hang on this button: the version that is withdrawn has none any more.
  const send = () => withdraw.mutateAsync({ vendor, version, why }).then(() => showDone("Withdrawn: the vendor has no path without a report now"), () => undefined);
  return (
    <>
      <Button size="xs" variant="subtle" onClick={() => setOpened(true)}>
        Withdraw …
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={`Withdraw version ${version}`}>
        <div className={classes.form}>
          <p className={classes.note}>The version stays in the record. It holds no more, and neither does its approval.</p>
          <Textarea label="Why" autosize data-autofocus value={why} error={fieldError(withdraw.error, "why")} onChange={(event) => setWhy(event.currentTarget.value)} />
          <div className={classes.foot}>
            <Button variant="subtle" onClick={() => setOpened(false)}>
              Cancel
            </Button>
            <Button variant="filled" loading={withdraw.isPending} onClick={() => void send()}>
              Withdraw it
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
