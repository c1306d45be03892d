import { Button, Select, TextInput } from "@mantine/core";
import type { AffiliatePart, CompanyPart, IdentifierPart } from "../contract/generated";
import { PersonSelect } from "../people/PersonSelect";
import { Icon, IconButton } from "../shared";
import { DayField, LineField, LinesField } from "./fields";
import type { FormProps } from "./forms";
import classes from "./register.module.css";
import { choices, relationLabel, schemeLabel } from "./words";

const replaced = <T,>(list: readonly T[], at: number, change: Partial<T>): T[] => list.map((each, index) => (index === at ? { ...each, ...change } : each));

/** Who the vendor is in law, and who wants it here. */
export function CompanyForm({ value, onChange, error, people }: FormProps<CompanyPart>) {
  const identifier = (at: number, change: Partial<IdentifierPart>) => onChange({ identifiers: replaced(value.identifiers, at, change) });
  const affiliate = (at: number, change: Partial<AffiliatePart>) => onChange({ affiliates: replaced(value.affiliates, at, change) });
  return (
    <>
      <div className={classes.pair}>
        <PersonSelect label="Requester" description="Asked for it; not the only one to approve it" clearable clearButtonProps={{ "aria-label": "Clear" }} people={people} value={value.requester} error={error("requester")} onChange={(requester) => onChange({ requester })} />
        <PersonSelect label="Sponsor" description="Carries the purchase above the owner" clearable clearButtonProps={{ "aria-label": "Clear" }} people={people} value={value.sponsor} error={error("sponsor")} onChange={(sponsor) => onChange({ sponsor })} />
        <DayField label="Needed by" value={value.needed_by} error={error("needed_by")} onChange={(needed_by) => onChange({ needed_by })} />
        <LineField label="Replaces" value={value.replaces} error={error("replaces")} onChange={(replaces) => onChange({ replaces })} />
      </div>
      <div className={classes.pair}>
        <LineField label="Signs the contract" description="Legal name of that company" value={value.legal_name} error={error("legal_name")} onChange={(legal_name) => onChange({ legal_name })} />
        <LineField label="Web site" description="Kept as text; nothing is looked up" value={value.website} error={error("website")} onChange={(website) => onChange({ website })} />
      </div>
      <fieldset className={classes.set}>
        <legend>Numbers by which it is told apart</legend>
        {value.identifiers.map((each, at) => (
          // Has no id; its place is what tells it apart.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={classes.row}>
            <Select aria-label={`Scheme ${at + 1}`} allowDeselect={false} data={choices(schemeLabel)} value={each.scheme} onChange={(scheme) => scheme && identifier(at, { scheme: scheme as IdentifierPart["scheme"] })} />
            <TextInput aria-label={`Number ${at + 1}`} value={each.value} error={error(`identifiers.${at}.value`)} onChange={({ currentTarget }) => identifier(at, { value: currentTarget.value })} />
            <IconButton icon="trash" name={`Remove number ${at + 1}`} onClick={() => onChange({ identifiers: value.identifiers.filter((_, index) => index !== at) })} />
          </div>
        ))}
        <Button size="xs" style={{ justifySelf: "start" }} leftSection={<Icon name="plus" size={14} />} onClick={() => onChange({ identifiers: [...value.identifiers, { scheme: "company_register", value: "" }] })}>
          Add number
        </Button>
      </fieldset>
      <fieldset className={classes.set}>
        <legend>Companies that belong to it</legend>
        {value.affiliates.map((each, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={classes.row}>
            <TextInput aria-label={`Company ${at + 1}`} value={each.name} error={error(`affiliates.${at}.name`)} onChange={({ currentTarget }) => affiliate(at, { name: currentTarget.value })} />
            <Select aria-label={`Relation ${at + 1}`} allowDeselect={false} data={choices(relationLabel)} value={each.relation} onChange={(relation) => relation && affiliate(at, { relation: relation as AffiliatePart["relation"] })} />
            <IconButton icon="trash" name={`Remove company ${at + 1}`} onClick={() => onChange({ affiliates: value.affiliates.filter((_, index) => index !== at) })} />
          </div>
        ))}
        <Button size="xs" style={{ justifySelf: "start" }} leftSection={<Icon name="plus" size={14} />} onClick={() => onChange({ affiliates: [...value.affiliates, { name: "", relation: "parent" }] })}>
          Add company
        </Button>
      </fieldset>
      <LinesField label="Tags" value={value.tags} error={error("tags")} onChange={(tags) => onChange({ tags: tags ?? [] })} />
    </>
  );
}
