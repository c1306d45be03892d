import { Menu } from "@mantine/core";
import { useRead, useWrite } from "../../api";
import { Icon, IconButton, showDone } from "../../shared";

/** Keeps a calendar file up to date while the workspace is open, for programs that subscribe to one. */
export function KeptCalendar({ mine }: { mine: boolean }) {
  const kept = useRead("calendar_kept", {}).data;
  const keep = useWrite("calendar_keep");
  const end = useWrite("calendar_keep_end");
  const begin = (): void =>
    void keep.mutateAsync({ mine }).then(({ file }) => file && showDone(`${file} is kept up to date while this workspace is open`), () => undefined);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton icon="more" name="A calendar to subscribe to" />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{kept?.file ? `Kept up to date: ${kept.file}${kept.mine ? ", mine only" : ""}` : "No file is kept up to date"}</Menu.Label>
        <Menu.Item leftSection={<Icon name="refresh" />} disabled={keep.isPending} onClick={begin}>
          {`${kept?.file ? "Keep another file" : "Keep a file"} up to date${mine ? " with mine" : ""} …`}
        </Menu.Item>
        {kept?.file && (
          <Menu.Item leftSection={<Icon name="close" />} disabled={end.isPending} onClick={() => void end.mutateAsync({}).then(() => showDone("The file is kept no more; it stays as it is"), () => undefined)}>
            Keep it no more
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
