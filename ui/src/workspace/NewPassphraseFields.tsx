import { PasswordInput } from "@mantine/core";
import { useState } from "react";
import { disagreement, type NewPassphrase } from "./passphrase";
import classes from "./workspace.module.css";

interface Props {
  value: NewPassphrase;
  onChange: (value: NewPassphrase) => void;
  /** What the application says of it. */
  error?: string | undefined;
  label?: string;
  size?: "sm" | "md";
}

/** Asks for a new passphrase twice and says in plain words what is lost with it. */
export function NewPassphraseFields({ value, onChange, error, label = "Passphrase", size = "sm" }: Props) {
  const [left, setLeft] = useState(false);
  return (
    <div className={classes.passphrases}>
      <div className={classes.pair}>
        <PasswordInput label={label} size={size} autoComplete="new-password" value={value.first} error={error} onChange={({ currentTarget }) => onChange({ ...value, first: currentTarget.value })} />
        <PasswordInput
          label="The same again" size={size} autoComplete="new-password" value={value.second} error={disagreement(value, left)}
          onChange={({ currentTarget }) => onChange({ ...value, second: currentTarget.value })} onBlur={() => setLeft(true)} onFocus={() => setLeft(false)}
        />
      </div>
      <p className={classes.warning}>
        <b>Write it down and keep it safe.</b> Without it nobody can open the file again, and everything in it is lost: vendors, reports, decisions. There is no way around it, not even for us. Several words in a row are easier to keep than signs.
      </p>
    </div>
  );
}
