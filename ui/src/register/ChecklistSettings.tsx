import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { Answered, fieldError, useMay, useRead, useToError, useWrite } from "../api";
import type { ChecklistItem, ChecklistTemplate } from "../contract/generated";
import { count, Icon, IconButton, showDone } from "../shared";
import { tierLabel, tierOrder } from "../vendor/words";
import { atAnyField } from "./forms";
import classes from "./register.module.css";
import { checklistLabel } from "./words";

/** The seven lists as the organisation works with them. */
export function ChecklistSettings() {
  const answer = useRead("checklist_templates", {});
  const may = useMay("keep_workspace");
  return (
    <Answered of={answer} what="Checklists">
      {(templates) => (
        <div>
          {templates.map((template) => (
            <details key={template.checklist} className={classes.list}>
              <summary>
                {checklistLabel[template.checklist]}
                <em>{`${count(template.items.length, "item")}${template.changed ? ", changed here" : ""}`}</em>
              </summary>
              <Form key={JSON.stringify(template)} template={template} may={may} />
            </details>
          ))}
        </div>
      )}
    </Answered>
  );
}

const newItem: ChecklistItem = { id: null, text: "", from_tier: null, mandatory: false, proof: false, source: null, fixed: false };

function Form({ template, may }: { template: ChecklistTemplate; may: boolean }) {
  const [items, setItems] = useState<ChecklistItem[]>(template.items);
  const save = useWrite("checklist_save", { handles: atAnyField });
  const form = useToError(save.error);
  const { checklist } = template;
  const change = (at: number, part: Partial<ChecklistItem>): void => setItems(items.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const write = (next: ChecklistItem[] | null, said: string): void => save.mutate({ checklist, items: next }, { onSuccess: () => showDone(said) });
  return (
    <form
      ref={form}
      className={classes.template}
      onSubmit={(event) => {
        event.preventDefault();
        write(items, `Saved: ${checklistLabel[checklist].toLowerCase()}`);
      }}
    >
      {items.map((item, at) => (
        // A new item has no name yet; its place tells it apart.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={item.id ?? `new ${at}`} className={classes.templateItem}>
          <TextInput aria-label={`Item ${at + 1}`} disabled={!may} title={item.source ?? undefined} value={item.text} error={fieldError(save.error, `items.${at}.text`)} onChange={({ currentTarget }) => change(at, { text: currentTarget.value })} />
          <Select aria-label={`For tier, item ${at + 1}`} disabled={!may} clearable clearButtonProps={{ "aria-label": "Clear" }} placeholder="all tiers" data={tierOrder.map((tier) => ({ value: tier, label: `from ${tierLabel[tier].toLowerCase()}` }))} value={item.from_tier} onChange={(tier) => change(at, { from_tier: tierOrder.find((each) => each === tier) ?? null })} />
          <Checkbox label="mandatory" aria-label={`Mandatory, item ${at + 1}`} disabled={!may || (item.fixed && item.mandatory)} checked={item.mandatory} onChange={({ currentTarget }) => change(at, { mandatory: currentTarget.checked })} />
          <Checkbox label="proof" aria-label={`Needs a document, item ${at + 1}`} disabled={!may} checked={item.proof} onChange={({ currentTarget }) => change(at, { proof: currentTarget.checked })} />
          <IconButton icon="trash" name={item.fixed ? "The lifecycle asks for this item" : `Remove item ${at + 1}`} disabled={!may || item.fixed} onClick={() => setItems(items.filter((_, index) => index !== at))} />
        </div>
      ))}
      {may && (
        <div className={classes.foot}>
          <Button size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setItems([...items, newItem])}>
            Add item
          </Button>
          <span className={classes.kept} />
          {template.changed && (
            <Button size="xs" variant="subtle" onClick={() => write(null, "The list is as the program brought it")}>
              As delivered
            </Button>
          )}
          <Button size="xs" type="submit" variant="filled" loading={save.isPending} disabled={items === template.items}>
            Save list
          </Button>
        </div>
      )}
    </form>
  );
}
