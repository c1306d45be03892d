import { Link } from "@tanstack/react-router";
import { Answered, useRead } from "../../api";
import type { FourthPartiesView, FourthPartyView as Party } from "../../contract/generated";
import { DependantsTable } from "../../fourth/DependantsTable";
import classes from "../../fourth/fourth.module.css";
import { PartyNames } from "../../fourth/PartyNames";
import { ownState, shareText } from "../../fourth/words";
import { EmptyState, Page, PageHeader, SectionTitle, StateLabel, useCrumbs } from "../../shared";
import { StageBadge } from "../../vendor/StageBadge";

/** One fourth party: who rests on it, its names, what we hold of it. */
export function FourthPartyView({ name }: { name: string }) {
  const answer = useRead("fourth_parties", { vendor: null });
  return (
    <Answered of={answer} what="Fourth party">
      {(view) => {
        // A party that was merged into another one is found by its name there.
        const party = view.parties.find(({ key }) => key === name) ?? view.parties.find(({ names }) => names.some(({ key }) => key === name));
        return party ? <Loaded view={view} party={party} /> : <Gone />;
      }}
    </Answered>
  );
}

function Loaded({ view, party }: { view: FourthPartiesView; party: Party }) {
  useCrumbs({ label: "Fourth parties", to: "/fourth-parties" }, { label: party.name });
  const vendors = useRead("vendors", {}).data ?? [];
  const own = ownState(party);
  const mine = new Set(party.names.map(({ key }) => key));
  const parties = view.parties.filter(({ key }) => key !== party.key).map(({ key, name }) => ({ key, name }));
  const called = new Set(parties.map(({ name }) => name.toLowerCase()));
  const others = [...parties, ...vendors.filter(({ name, id }) => id !== party.own?.vendor && !called.has(name.toLowerCase())).map(({ name }) => ({ key: name, name: `${name} (vendor)` }))].filter(({ key }) => !mine.has(key));
  return (
    <Page>
      <PageHeader title={party.name} sub={`${shareText(party, view.concentration)}.${party.services.length > 0 ? ` In the reports’ words: ${party.services.join("; ")}.` : ""}`} />
      <div className={classes.columns}>
        <section>
          <SectionTitle count={party.dependants.length}>Who rests on it</SectionTitle>
          <DependantsTable label={`Vendors that rest on ${party.name}`} rows={party.dependants.map((one) => ({ one, held: party.own?.held ?? "nothing", party }))} ofVendor={false} may={view.may_keep} />
        </section>
        <aside className={classes.aside}>
          <section className={classes.card} aria-label="Its own report">
            <h2>Do we hold its report?</h2>
            {party.own && own ? (
              <>
                <StateLabel state={own.state}>{own.label}</StateLabel>
                <span className={classes.who}>
                  <Link to="/vendors/$vendor" params={{ vendor: party.own.vendor }}>
                    {party.own.name}
                  </Link>
                  <StageBadge stage={party.own.stage} />
                </span>
                {party.own.document && (
                  <Link to="/documents/$document" params={{ document: party.own.document }}>
                    {party.own.file_name ?? "Its document"}
                  </Link>
                )}
                {party.own.held === "unread" && <p className={classes.dim}>It counts as assurance once a review of it is finished.</p>}
                {party.own.held === "nothing" && <p className={classes.dim}>Ask it for its current report, as any other vendor, and file it there.</p>}
              </>
            ) : (
              <p className={classes.dim}>It is no vendor in the register. To hold its report, enter it as a vendor under one of these names and file the report there; or record how the vendor monitors it.</p>
            )}
          </section>
          <section className={classes.card}>
            <h2>Names</h2>
            <PartyNames party={party} others={others} may={view.may_keep} />
            <p className={classes.dim}>Names that differ in legal form or capitals only are one party by themselves. Everything else a person says.</p>
          </section>
        </aside>
      </div>
    </Page>
  );
}

function Gone() {
  useCrumbs({ label: "Fourth parties", to: "/fourth-parties" });
  return (
    <EmptyState icon="people" title="No current report names this party any more" action={<Link to="/fourth-parties">All fourth parties</Link>}>
      A later report may have taken the place of the one that named it.
    </EmptyState>
  );
}
