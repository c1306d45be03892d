import { Checkbox } from "@mantine/core";
import type { ServicePart } from "../contract/generated";
import { ChoiceField, ChoicesField, CountField, LineField, LinesField, TextField, YesNoField } from "./fields";
import type { FormProps } from "./forms";
import classes from "./register.module.css";
import { accessLabel, aiLabel, dataLabel, dependenceLabel, integrationLabel, substitutabilityLabel } from "./words";

/** What we buy: first what intake asks, then what the tier counts, then what follows from the data. */
export function ServiceForm({ value, onChange, error }: FormProps<ServicePart>) {
  const handlesData = value.data !== null && value.data.length > 0;
  const matters = value.dependence === "stops_work" || value.dependence === "degraded";
  return (
    <>
      <LineField label="Product or service" description="By the name that the vendor uses; a report must name it" required value={value.name} error={error("name")} onChange={(name) => onChange({ name: name ?? "" })} />
      <TextField label="What we use it for" value={value.purpose} error={error("purpose")} onChange={(purpose) => onChange({ purpose })} />
      <ChoicesField label="Data that the vendor reaches" term="data_class" words={dataLabel} value={value.data} error={error("data")} onChange={(data) => onChange({ data })} />
      {!handlesData && <Checkbox label="It reaches no data of ours" checked={value.data !== null} onChange={({ currentTarget }) => onChange({ data: currentTarget.checked ? [] : null })} />}
      <div className={classes.pair}>
        <ChoiceField label="Access to our systems" term="access" words={accessLabel} value={value.access} onChange={(access) => onChange({ access })} />
        <ChoiceField label="When it fails for a day" term="dependence" words={dependenceLabel} value={value.dependence} onChange={(dependence) => onChange({ dependence })} />
      </div>
      <fieldset className={classes.set}>
        <legend>For the tier</legend>
        <div className={classes.pair}>
          <ChoiceField label="Integration" term="integration" words={integrationLabel} value={value.integration} onChange={(integration) => onChange({ integration })} />
          <ChoiceField label="Could be replaced" term="substitutability" words={substitutabilityLabel} value={value.substitutability} onChange={(substitutability) => onChange({ substitutability })} />
        </div>
        <YesNoField label="Rules of law, contract or our own scope" term="regulated" value={value.regulated} onChange={(regulated) => onChange({ regulated })} />
        <YesNoField label="Part of our own SOC 2 report" term="in_our_soc2" value={value.in_our_soc2} onChange={(in_our_soc2) => onChange({ in_our_soc2 })} />
        {handlesData && <YesNoField label="Alone handles our customers’ data for our product" value={value.sole_processor_of_customer_data} onChange={(sole_processor_of_customer_data) => onChange({ sole_processor_of_customer_data })} />}
      </fieldset>
      {matters && (
        <fieldset className={classes.set}>
          <legend>Because we depend on it</legend>
          <CountField label="We can do without it for" unit="h" value={value.tolerable_outage} error={error("tolerable_outage")} onChange={(tolerable_outage) => onChange({ tolerable_outage })} />
          <YesNoField label="We rely on a promised availability" value={value.sla_relied_on} onChange={(sla_relied_on) => onChange({ sla_relied_on })} />
        </fieldset>
      )}
      {handlesData && (
        <fieldset className={classes.set}>
          <legend>Because it handles data of ours</legend>
          <LinesField label="Where the data is kept" value={value.data_locations} error={error("data_locations")} onChange={(data_locations) => onChange({ data_locations })} />
          <ChoiceField label="Artificial intelligence works on it" words={aiLabel} value={value.ai_on_our_data} onChange={(ai_on_our_data) => onChange({ ai_on_our_data })} />
          <LinesField label="Subprocessors" term="subprocessor" description="One on a line; leave empty while nobody asked" value={value.subprocessors} error={error("subprocessors")} onChange={(subprocessors) => onChange({ subprocessors })} />
          <YesNoField label="Its results go into our financial statements" value={value.feeds_financial_statements} onChange={(feeds_financial_statements) => onChange({ feeds_financial_statements })} />
          <YesNoField label="We rely on what it promises people about their data" value={value.privacy_commitments_relied_on} onChange={(privacy_commitments_relied_on) => onChange({ privacy_commitments_relied_on })} />
        </fieldset>
      )}
      <TextField label="Who uses it here" value={value.users} error={error("users")} onChange={(users) => onChange({ users })} />
    </>
  );
}
