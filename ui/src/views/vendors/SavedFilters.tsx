import { Button, Popover, TextInput } from "@mantine/core";
import { useState } from "react";
import { Icon, IconButton, useKept } from "../../shared";
import { noFilter, type VendorFilter } from "./filter";
import classes from "./VendorsView.module.css";

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
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="subtle" leftSection={<Icon name="filter" />} onClick={() => setOpened(!opened)}>
          Saved filters
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Saved filters">
        {saved.length > 0 && (
          <ul className={classes.saved}>
            {saved.map((one) => (
              <li key={one.name}>
                <Button
                  size="xs"
                  variant="subtle"
                  onClick={() => {
                    onChoose({ ...noFilter, ...one.filter });
                    setOpened(false);
                  }}
                >
                  {one.name}
                </Button>
                <IconButton size="xs" icon="close" name={`Forget ${one.name}`} onClick={() => setSaved(saved.filter((other) => other.name !== one.name))} />
              </li>
            ))}
          </ul>
        )}
        {isSet && (
          <form
            className={classes.keep}
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <TextInput size="xs" label="Keep what is chosen now as" value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
            <Button size="xs" type="submit" disabled={name.trim() === ""}>
              Keep
            </Button>
          </form>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
