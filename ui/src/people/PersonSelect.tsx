import { Select, type SelectProps } from "@mantine/core";
import type { PersonView } from "../contract/generated";
import classes from "./PersonSelect.module.css";

interface Props extends Omit<SelectProps, "data" | "value" | "onChange"> {
  people: readonly PersonView[];
  value: string | null;
  onChange: (person: string | null) => void;
}

/** Chooses one of our people; who does not act any more is offered only where chosen already. */
export function PersonSelect({ people, value, onChange, ...rest }: Props) {
  const offered = people.filter((person) => person.active || person.id === value);
  return (
    <Select
      searchable
      comboboxProps={{ width: "max-content", position: "bottom-start" }}
      nothingFoundMessage="Nobody of that name. Settings has the list of people."
      {...rest}
      data={offered.map((person) => ({ value: person.id, label: person.name }))}
      renderOption={({ option }) => {
        const title = offered.find((person) => person.id === option.value)?.title;
        return (
          <span className={classes.option}>
            {option.label}
            {title && <span className={classes.title}>{title}</span>}
          </span>
        );
      }}
      value={value}
      onChange={onChange}
    />
  );
}
