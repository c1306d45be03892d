import { Switch } from "@mantine/core";
import { Answered, useRead, useWrite } from "../api";
import classes from "./settings-forms.module.css";

/** Whether the system says once a day what is due, and whether it may name vendors. */
export function NoticeForm() {
  const notices = useRead("notices", {});
  const save = useWrite("notices_save");
  return (
    <Answered of={notices} what="Notifications">
      {({ on, names }) => (
        <div className={classes.switches}>
          <Switch label="Say once a day what is due" checked={on} disabled={save.isPending} onChange={({ currentTarget }) => save.mutate({ on: currentTarget.checked, names })} />
          <Switch
            label="Name the vendor of the most pressing one" description="Without it a notification has numbers only: it can be read by whoever sees the screen." checked={names} disabled={!on || save.isPending}
            onChange={({ currentTarget }) => save.mutate({ on, names: currentTarget.checked })}
          />
        </div>
      )}
    </Answered>
  );
}
