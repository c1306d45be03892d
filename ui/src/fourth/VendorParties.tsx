import { Button } from "@mantine/core";
import { useState } from "react";
import { Answered, useRead } from "../api";
import type { FourthPartiesView } from "../contract/generated";
import { EmptyState, Icon, SectionTitle } from "../shared";
import { CsocList } from "./CsocList";
import { DependantsTable } from "./DependantsTable";
import classes from "./fourth.module.css";
import { Says } from "./NamesNobody";
import { PartyLetter } from "./PartyLetter";

/** On whom a vendor rests, as its current report says. */
export function VendorParties({ vendor, onDocuments }: { vendor: string; onDocuments: () => void }) {
  const answer = useRead("fourth_parties", { vendor });
  return (
    <Answered of={answer} what="Subservice organizations">
      {(view) => <Loaded view={view} onDocuments={onDocuments} />}
    </Answered>
  );
}

function Loaded({ view, onDocuments }: { view: FourthPartiesView; onDocuments: () => void }) {
  const [asking, setAsking] = useState(false);
  const [vendor] = view.vendors;
  if (!vendor) return null;
  const rows = view.parties.flatMap((party) => party.dependants.map((one) => ({ one, held: party.own?.held ?? ("nothing" as const), party })));
  if (rows.length === 0 && vendor.denied !== null) {
    return (
      <EmptyState icon="people" title="No subservice organization" action={<Says vendor={vendor} />}>
        The current report states that the vendor uses none. If you know of a host or another party that does a part of the service, the statement is worth a question: open the page, and reject the fact in the document if it does not say so.
      </EmptyState>
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyState icon="people" title="No subservice organization was read" action={<Button onClick={onDocuments}>Go to the documents</Button>}>
        A subservice organization does a part of the service for the vendor: a host, a payment processor. Its controls are often carved out of the report, so that nobody has examined them for us. Those that the current report names stand here; one that it names and that was not read is added to the lists of the document.
      </EmptyState>
    );
  }
  return (
    <>
      <SectionTitle
        count={rows.length}
        action={
          view.chase.length > 0 ? (
            <Button size="xs" leftSection={<Icon name="mail" />} onClick={() => setAsking(true)}>
              Ask the vendor
            </Button>
          ) : undefined
        }
      >
        {`Named in ${vendor.file_name ?? "the report"}`}
      </SectionTitle>
      <DependantsTable label="Subservice organizations" rows={rows} ofVendor may={view.may_keep} />
      {vendor.unassigned.length > 0 && vendor.document && (
        <section>
          <SectionTitle count={vendor.unassigned.length}>Expected of nobody whom the report names</SectionTitle>
          <p className={classes.dim}>The report lists these controls and does not say of which organization, or names one that its list does not have.</p>
          <CsocList csocs={vendor.unassigned} document={vendor.document} />
        </section>
      )}
      <PartyLetter vendor={asking ? vendor.vendor : null} name={vendor.name} onClose={() => setAsking(false)} />
    </>
  );
}
