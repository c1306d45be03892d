import { Button } from "@mantine/core";
import { useWrite } from "../api";
import type { RecentWorkspace } from "../contract/generated";
import { Icon } from "../shared";
import type { Locked } from "./UnlockWorkspace";
import classes from "./workspace.module.css";

interface Props {
  recent: RecentWorkspace[];
  /** Called for a workspace that needs its passphrase. */
  onLocked: (locked: Locked) => void;
  onCreate: () => void;
}

/** Opens a workspace: one of those opened before, or any file. */
export function OpenWorkspace({ recent, onLocked, onCreate }: Props) {
  const choose = useWrite("workspace_choose");
  const open = useWrite("workspace_open", { handles: ({ code }) => code === "passphrase_needed" });

  const openAt = (place: string, label: string) =>
    open.mutate({ place, passphrase: null }, { onError: ({ code }) => code === "passphrase_needed" && onLocked({ place, label }) });

  const chooseFile = () =>
    choose.mutate(
      { purpose: "open", suggested_name: null },
      {
        onSuccess: (chosen) => {
          if (!chosen) return;
          if (chosen.needs_passphrase) onLocked(chosen);
          else openAt(chosen.place, chosen.label);
        },
      },
    );

  return (
    <div>
      <h1 className={classes.title}>Open a workspace</h1>
      <p className={classes.lead}>{recent.length > 0 ? "Opened before on this computer, newest first." : "A workspace is one file that ends in .countersign."}</p>
      {recent.length > 0 && (
        <ul className={classes.recent}>
          {recent.map(({ place, label, folder, present }) => (
            <li key={place}>
              <button type="button" disabled={!present || open.isPending} onClick={() => openAt(place, label)}>
                <Icon name={present ? "folder" : "close"} />
                <span>
                  <b>{label}</b>
                  <small>{present ? `in ${folder}` : `in ${folder}: not there any more, or its drive is not connected`}</small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.buttons}>
        <Button variant={recent.length > 0 ? "default" : "filled"} size="md" loading={choose.isPending} onClick={chooseFile} leftSection={<Icon name="folder" />}>
          {recent.length > 0 ? "Open another file …" : "Choose the file …"}
        </Button>
        <Button variant="subtle" size="md" onClick={onCreate}>Set up a new one</Button>
      </div>
    </div>
  );
}
