import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { RegisterView, ServicePart } from "../contract/generated";
import { Definitions, EmptyState, Icon, IconButton } from "../shared";
import { Answer } from "./Answer";
import type { Editor } from "./parts";
import classes from "./register.module.css";
import { accessLabel, aiLabel, dataLabel, dependenceLabel, hoursText, integrationLabel, substitutabilityLabel, yesNo } from "./words";

interface PanelProps {
  register: RegisterView;
  /** Opens an editor; none where the person may not change the register. */
  onEdit: ((editor: Editor) => void) | undefined;
}

const data = (service: ServicePart): string | null => (service.data === null ? null : service.data.length === 0 ? "None of ours" : service.data.map((each) => dataLabel[each]).join(", "));

/** The services that we buy, one card each. */
export function ServicesPanel({ register, onEdit }: PanelProps) {
  const add = (
    <Button disabled={!onEdit} leftSection={<Icon name="plus" />} onClick={() => onEdit?.({ part: "service", item: null })}>
      Add service
    </Button>
  );
  if (register.services.length === 0) {
    return (
      <EmptyState icon="vendors" title="No service yet" action={add}>
        What we buy from this vendor, what it reaches and how much depends on it. The tier follows from these answers.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={classes.cards}>
        {register.services.map((service) => (
          <li key={service.id} className={classes.card}>
            <div className={classes.cardHead}>
              <h3>{service.name}</h3>
              {onEdit && (
                <span>
                  <IconButton icon="edit" name={`Edit ${service.name}`} onClick={() => onEdit({ part: "service", item: service.id })} />
                </span>
              )}
            </div>
            <Definitions label="7rem" items={lines(service)} />
          </li>
        ))}
      </ul>
      {add}
    </>
  );
}

/** What is said of a service; what follows from data only where there is any. */
function lines(service: ServicePart): [ReactNode, ReactNode][] {
  const all: [string, string | null, boolean][] = [
    ["Used for", service.purpose, true],
    ["Data", data(service), true],
    ["Access", service.access && accessLabel[service.access], true],
    ["If it fails", service.dependence && dependenceLabel[service.dependence], true],
    ["Without it for", hoursText(service.tolerable_outage), service.tolerable_outage !== null],
    ["Integration", service.integration && integrationLabel[service.integration], true],
    ["Replaceable", service.substitutability && substitutabilityLabel[service.substitutability], true],
    ["Regulated", yesNo(service.regulated), true],
    ["Our SOC 2", yesNo(service.in_our_soc2), service.in_our_soc2 !== null],
    ["AI on our data", service.ai_on_our_data && aiLabel[service.ai_on_our_data], service.data !== null && service.data.length > 0],
    ["Kept in", service.data_locations?.join(", ") ?? null, service.data_locations !== null],
    ["Subprocessors", service.subprocessors?.join(", ") ?? null, service.subprocessors !== null],
    ["Users", service.users, service.users !== null],
  ];
  return all.filter(([, , shown]) => shown).map(([name, value]) => [name, <Answer key={name}>{value}</Answer>]);
}
