import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ChasedParty, ChaseView } from "../contract/generated";
import { Icon, StateLabel } from "../shared";
import { TierMark } from "../vendor/TierMark";
import classes from "./fourth.module.css";
import { PartyLetter } from "./PartyLetter";

/** Carved-out parties that matter and of which nothing assures us: what to ask, and whom. */
export function ChaseList({ chase }: { chase: readonly ChaseView[] }) {
  const [asked, setAsked] = useState<ChaseView | null>(null);
  return (
    <>
      <ul className={classes.chase}>
        {chase.map((one) => (
          <li key={one.vendor}>
            <div className={classes.chaseHead}>
              <TierMark tier={one.tier} compact />
              <Link to="/vendors/$vendor" params={{ vendor: one.vendor }} search={{ tab: "subservice" }}>
                {one.vendor_name}
              </Link>
              <Button size="xs" leftSection={<Icon name="mail" />} aria-label={`Letter to ${one.vendor_name}`} onClick={() => setAsked(one)}>
                Letter
              </Button>
            </div>
            <ul>
              {one.parties.map((party) => (
                <li key={party.key}>
                  <Link to="/fourth-parties/one" search={{ key: party.key }}>
                    {party.name}
                  </Link>
                  <Why party={party} />
                </li>
              ))}
            </ul>
            <p className={classes.dim}>{`The letter asks for ${one.parties.length === 1 ? "the party’s current report" : "the current report of each"}, or for the vendor’s own monitoring of it with the results.`}</p>
          </li>
        ))}
      </ul>
      <PartyLetter vendor={asked?.vendor ?? null} name={asked?.vendor_name ?? ""} onClose={() => setAsked(null)} />
    </>
  );
}

function Why({ party }: { party: ChasedParty }) {
  if (party.held === "unread" && party.own) {
    return (
      <StateLabel state="warn">
        <Link to="/vendors/$vendor" params={{ vendor: party.own }} search={{ tab: "reviews" }}>
          Its own report waits for a review
        </Link>
      </StateLabel>
    );
  }
  if (party.monitoring === "none") return <StateLabel state="fail">Not monitored, no report held</StateLabel>;
  if (party.monitoring === "said") return <StateLabel state="warn">Only said to be monitored</StateLabel>;
  return <StateLabel state="unknown">{party.has_our_data === null ? "Nothing recorded, nor whether it has our data" : "Nothing recorded"}</StateLabel>;
}
