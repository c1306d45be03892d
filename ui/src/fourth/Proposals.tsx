import { Button } from "@mantine/core";
import type { AliasProposal } from "../contract/generated";
import { Badge, SectionTitle } from "../shared";
import classes from "./fourth.module.css";
import { useNaming } from "./useNaming";
import { alikeText } from "./words";

/** Names that may be of one party. Nothing is merged until somebody says so. */
export function Proposals({ proposals, may }: { proposals: readonly AliasProposal[]; may: boolean }) {
  const naming = useNaming();
  if (proposals.length === 0) return null;
  return (
    <section className={classes.proposals}>
      <SectionTitle count={proposals.length}>One party?</SectionTitle>
      <ul>
        {proposals.map((one) => (
          <li key={`${one.party} ${one.other}`}>
            <span>
              <b>{one.party_name}</b> and <b>{one.other_name}</b>
              {one.vendor && (
                <>
                  {" "}
                  <Badge tone="line">vendor in the register</Badge>
                </>
              )}
              <em>{alikeText[one.why]}</em>
            </span>
            <Button size="xs" disabled={!may || naming.busy} aria-label={`${one.party_name} and ${one.other_name} are one party`} onClick={() => naming.merge(one.other, { key: one.party, name: one.party_name })}>
              One party
            </Button>
            <Button size="xs" variant="subtle" disabled={!may || naming.busy} aria-label={`${one.party_name} and ${one.other_name} are two parties`} onClick={() => naming.apart(one.party, one.other)}>
              Two parties
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
