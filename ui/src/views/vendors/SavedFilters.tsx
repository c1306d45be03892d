import { Button, Menu, TextInput } from "@mantine/core";
import { useState } from "react";
import { Icon, useKept } from "../../shared";
import { noFilter, type VendorFilter } from "./filter";

/** A filter under a name. */
interface Saved {
  readonly name: string;
  readonly filter: VendorFilter;
}

/** Keeps filters of the register under names, on this computer; tags are words of the workspace and stay there. */
export function SavedFilters({ filter, onChoose }: { filter: VendorFilter; onChoose: (filter: VendorFilter) => void }) {
  const [saved, setSaved] = useKept<readonly Saved[]>("vendors.saved_filters", []);
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState("");
  const isSet = JSON.stringify(filter) !== JSON.stringify(noFilter);
  if (!isSet && saved.length === 0) return null;
  const save = (): void => {
    const called = name.trim();
    if (called === "") return;
    setSaved([...saved.filter((one) => one.name !== called), { name: called, filter: { ...filter, tags: [] } }].toSorted((a, b) => a.name.localeCompare(b.name)));
    setName("");
    setOpened(false);
  };
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" closeOnItemClick={false}>
      <Menu.Target>
        <Button size="xs" variant="subtle" leftSection={<Icon name="filter" />}>
          Saved filters
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {saved.map((one) => (
          <Menu.Item
            key={one.name}
            onClick={() => {
              onChoose({ ...noFilter, ...one.filter });
              setOpened(false);
            }}
          >
            {one.name}
          </Menu.Item>
        ))}
        {saved.length > 0 && <Menu.Divider />}
        {saved.map((one) => (
          <Menu.Item key={one.name} color="dimmed" leftSection={<Icon name="close" />} onClick={() => setSaved(saved.filter((other) => other.name !== one.name))}>
            {`Forget ${one.name}`}
          </Menu.Item>
        ))}
        {isSet && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <TextInput size="xs" m="xs" label="Keep what is chosen now as" value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} rightSection={<button type="submit" aria-label="Keep the filter" disabled={name.trim() === ""} style={{ border: 0, background: "none", cursor: "pointer" }}><Icon name="check" /></button>} />
          </form>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
