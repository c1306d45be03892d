import { Link, useNavigate } from "@tanstack/react-router";
import { Fragment, useState } from "react";
import type { DependantView, HeldName } from "../contract/generated";
import { PageChip } from "../page/PageChip";
import { IconButton, StateLabel } from "../shared";
import { TierMark } from "../vendor/TierMark";
import { CsocList } from "./CsocList";
import { DependenceDialog } from "./DependenceDialog";
import classes from "./fourth.module.css";
import { coverState, dataText, methodText } from "./words";

interface DependantsTableProps {
  label: string;
  rows: readonly { readonly one: DependantView; readonly held: HeldName; readonly party: { key: string; name: string } }[];
  /** Whether the rows are of one vendor, so that the party is named and not the vendor. */
  ofVendor: boolean;
  may: boolean;
}

/** Who rests on whom, with what assures us of it and what is expected of the party. */
export function DependantsTable({ label, rows, ofVendor, may }: DependantsTableProps) {
  const [editing, setEditing] = useState<DependantView | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const navigate = useNavigate();
  // Where every report says the same of the party, it stands above the table once.
  const several = new Set(rows.map(({ one }) => one.services)).size > 1;
  const toggle = (key: string): void => setOpened((before) => (before.has(key) ? new Set([...before].filter((each) => each !== key)) : new Set([...before, key])));
  return (
    <>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{ofVendor ? "Fourth party" : "Vendor"}</th>
            <th scope="col" className={classes.narrow}>Method</th>
            <th scope="col" className={classes.narrow}>Our data</th>
            <th scope="col" className={classes.wide}>Assurance</th>
            <th scope="col" className={classes.narrow}>CSOCs</th>
            <th scope="col" className={classes.icon} aria-label="Change" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ one, held, party }) => {
            const key = `${one.vendor} ${one.named}`;
            const cover = coverState(one, held);
            return (
              <Fragment key={key}>
                <tr>
                  <td>
                    <span className={classes.who}>
                      {ofVendor ? (
                        <Link to="/fourth-parties/one" search={{ key: party.key }}>
                          {one.named}
                        </Link>
                      ) : (
                        <>
                          <TierMark tier={one.tier} compact />
                          <Link to="/vendors/$vendor" params={{ vendor: one.vendor }} search={{ tab: "subservice" }}>
                            {one.vendor_name}
                          </Link>
                        </>
                      )}
                      {one.citations.slice(0, 1).map((citation) => (
                        <PageChip key={citation.page} citation={citation} about={`${one.named} in ${one.file_name}`} onShow={() => void navigate({ to: "/documents/$document", params: { document: one.document }, search: { page: citation.page } })} />
                      ))}
                    </span>
                    <span className={classes.under}>{[party.name === one.named ? null : ofVendor ? `known as ${party.name}` : `named as ${one.named}`, ofVendor || several ? one.services : null].filter(Boolean).join(" · ")}</span>
                  </td>
                  <td>{methodText(one.method)}</td>
                  <td>{dataText(one.has_our_data)}</td>
                  <td>
                    {cover.state ? <StateLabel state={cover.state}>{cover.label}</StateLabel> : <span className={classes.dim}>{cover.label}</span>}
                    {one.note && <span className={classes.under}>{one.note}</span>}
                    {one.by && <span className={classes.under}>{`Recorded by ${one.by}`}</span>}
                  </td>
                  <td>
                    {one.csocs.length === 0 ? (
                      <span className={classes.faint}>none read</span>
                    ) : (
                      <button type="button" className={classes.fold} aria-expanded={opened.has(key)} aria-label={`Controls expected of ${one.named} by ${one.vendor_name}: ${one.csocs.length}`} onClick={() => toggle(key)}>
                        {one.csocs.length}
                        <span>{one.mapped === true ? "mapped" : one.mapped === false ? "not mapped" : ""}</span>
                      </button>
                    )}
                  </td>
                  <td>{may && <IconButton icon="edit" name={`Record what is known of ${one.named} for ${one.vendor_name}`} size="xs" onClick={() => setEditing(one)} />}</td>
                </tr>
                {opened.has(key) && (
                  <tr>
                    <td colSpan={6}>
                      <CsocList csocs={one.csocs} document={one.document} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <DependenceDialog one={editing} onClose={() => setEditing(null)} />
    </>
  );
}
