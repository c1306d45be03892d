import { Button, Select } from "@mantine/core";
import { useState } from "react";
import type { FourthPartyView } from "../contract/generated";
import { IconButton } from "../shared";
import classes from "./fourth.module.css";
import { useNaming } from "./useNaming";

interface PartyNamesProps {
  party: FourthPartyView;
  /** Other names that can be put with it. */
  others: readonly { readonly key: string; readonly name: string }[];
  may: boolean;
}

/** The names of a party: merged by people, taken out again. */
export function PartyNames({ party, others, may }: PartyNamesProps) {
  const naming = useNaming();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <>
      <ul className={classes.names} aria-label="Names">
        {party.names.map((name) => (
          <li key={name.key}>
            <span>{name.name}</span>
            {name.merged && may && <IconButton icon="close" name={`Take out ${name.name}`} size="xs" onClick={() => naming.split(name, party.key)} />}
          </li>
        ))}
      </ul>
      {may && (
        <div className={classes.add}>
          <Select size="xs" aria-label="Another name of it" placeholder="Another name" searchable clearable clearButtonProps={{ "aria-label": "Clear" }} nothingFoundMessage="No party or vendor is called so" data={others.map(({ key, name }) => ({ value: key, label: name }))} value={chosen} onChange={setChosen} />
          <Button size="xs" disabled={chosen === null || naming.busy} onClick={() => chosen !== null && naming.merge(chosen, party, () => setChosen(null))}>
            One party
          </Button>
        </div>
      )}
    </>
  );
}
