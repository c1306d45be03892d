import { Modal, TextInput } from "@mantine/core";
import { type KeyboardEvent, useMemo, useState } from "react";
import { useRead } from "../api";
import type { FilingTarget, VendorSuggestion } from "../contract/generated";
import { Icon } from "../shared";
import { matchVendors, type PickOption } from "./pick";
import { TierMark } from "./TierMark";
import classes from "./VendorPicker.module.css";
import { suggestionLabel } from "./words";

export interface VendorPickerProps {
  opened: boolean;
  onClose: () => void;
  /** Vendors it may belong to, likeliest first. */
  suggestions: readonly VendorSuggestion[];
  /** The name for a new vendor, as the document says it. */
  newName: string | null;
  onPick: (target: FilingTarget) => void;
}

/** Chooses the vendor of a document: suggested, found by name, or new. */
export function VendorPicker(props: VendorPickerProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Whose document is it?" size="30rem">
      {props.opened && <Picker {...props} />}
    </Modal>
  );
}

function Picker({ suggestions, newName, onPick }: VendorPickerProps) {
  const vendors = useRead("vendors", {});
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const options = useMemo(() => matchVendors(vendors.data ?? [], suggestions, text, newName), [vendors.data, suggestions, text, newName]);
  const current = Math.min(at, options.length - 1);

  const keys = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt(Math.min(options.length - 1, Math.max(0, current + step)));
    }
    const option = options[current];
    if (event.key === "Enter" && option) {
      event.preventDefault();
      onPick(option.target);
    }
  };

  return (
    <div className={classes.picker}>
      <TextInput
        data-autofocus
        aria-label="Vendor"
        placeholder="Type a name"
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={keys}
        role="combobox"
        aria-expanded
        aria-controls="vendor-options"
        aria-activedescendant={options[current] ? `vendor-option-${current}` : undefined}
      />
      <div id="vendor-options" role="listbox" aria-label="Vendors" className={classes.options}>
        {options.map((option, index) => (
          <Option key={option.key} option={option} id={`vendor-option-${index}`} current={index === current} onPick={() => onPick(option.target)} />
        ))}
        {options.length === 0 && <p className={classes.none}>Type the name of a vendor; one that is not in the register is entered with it.</p>}
      </div>
    </div>
  );
}

function Option({ option, id, current, onPick }: { option: PickOption; id: string; current: boolean; onPick: () => void }) {
  return (
    // The field above keeps the focus and hears the keys, as a combobox does.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div id={id} role="option" aria-selected={current} tabIndex={-1} className={classes.option} onMouseDown={(event) => event.preventDefault()} onClick={onPick}>
      {option.target.target === "new" ? (
        <>
          <Icon name="plus" />
          <span className={classes.name}>
            New vendor: <b>{option.name}</b>
          </span>
        </>
      ) : (
        <>
          <Icon name="vendors" />
          <span className={classes.name}>
            <b>{option.name}</b>
            {option.service && <span className={classes.service}>{option.service}</span>}
          </span>
          {option.why ? <span className={classes.why}>{suggestionLabel[option.why]}</span> : option.tier && <TierMark tier={option.tier} />}
        </>
      )}
    </div>
  );
}
