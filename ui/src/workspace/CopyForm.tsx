import { Button } from "@mantine/core";
import { useWrite } from "../api";
import { showDone } from "../shared";
import classes from "./settings-forms.module.css";

/** Saves a copy of the workspace. */
export function CopyForm() {
  const copy = useWrite("workspace_copy");
  return (
    <div className={classes.form}>
      <p>The workspace is one file. A copy holds everything that it holds now, reports and history, and opens with the same passphrase. Keep it on another disk.</p>
      <div>
        <Button
          loading={copy.isPending}
          onClick={() =>
            void copy
              .mutateAsync({})
              .then(({ name }) => name !== null && showDone(`Copy saved: ${name}`))
              .catch(() => {})
          }
        >
          Save a copy …
        </Button>
      </div>
    </div>
  );
}
