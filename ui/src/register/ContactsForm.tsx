import { Button, TextInput } from "@mantine/core";
import type { ContactPart, ContactsPart } from "../contract/generated";
import { Icon, IconButton } from "../shared";
import type { FormProps } from "./forms";
import { newContact } from "./parts";
import classes from "./register.module.css";

const fields = [
  ["name", "Person or desk"],
  ["role", "Role"],
  ["email", "E-mail"],
  ["phone", "Telephone"],
] as const;

/** Whom we talk to at the vendor. */
export function ContactsForm({ value, onChange, error }: FormProps<ContactsPart>) {
  const change = (at: number, part: Partial<ContactPart>): void => onChange({ contacts: value.contacts.map((each, index) => (index === at ? { ...each, ...part } : each)) });
  return (
    <>
      {value.contacts.map((contact, at) => (
        // A contact has no id; its place is what tells it apart.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={classes.row}>
          {fields.map(([field, label]) => (
            <TextInput key={field} aria-label={`${label} ${at + 1}`} placeholder={label} value={contact[field] ?? ""} error={error(`contacts.${at}.${field}`)} onChange={({ currentTarget }) => change(at, { [field]: field === "name" ? currentTarget.value : currentTarget.value || null })} />
          ))}
          <IconButton icon="trash" name={`Remove contact ${at + 1}`} onClick={() => onChange({ contacts: value.contacts.filter((_, index) => index !== at) })} />
        </div>
      ))}
      <Button size="xs" style={{ justifySelf: "start" }} leftSection={<Icon name="plus" size={14} />} onClick={() => onChange({ contacts: [...value.contacts, newContact()] })}>
        Add contact
      </Button>
    </>
  );
}
