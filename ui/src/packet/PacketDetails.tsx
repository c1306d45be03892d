import { Button, CopyButton } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import type { DecisionView, PacketView } from "../contract/generated";
import { outcomeDone, outcomeState } from "../decision/words";
import { count, Definitions, formatDay, formatMoment, Icon, IconButton, KeyCaps, StateLabel, StateMark } from "../shared";
import { SignerMark } from "../signed/SignerMark";
import { copyPagesText, signerText } from "../signed/words";
import classes from "./PacketDetails.module.css";
import { codePoint, grouped, paperLabel } from "./paper";
import { PacketFile } from "./PacketFile";
import { SignOffs } from "./SignOffs";

interface PacketDetailsProps {
  packet: PacketView;
  decision: DecisionView | undefined;
  today: string;
  onPrint: () => void;
  /** Opens it in the system's PDF program. */
  onOpen: () => void;
  onSave: () => void;
  /** Asks which documents to append; `null` where the person may not make packets. */
  onAppend: (() => void) | null;
  /** Makes the version that says who has signed in the program; `null` where the person may not make packets. */
  onSignOffs: (() => void) | null;
  /** Shows a page in the preview. */
  onPage: (page: number) => void;
  busy: boolean;
}

/** What a packet is: whose, by whom to be signed, what it froze, and how to tell it from another. */
export function PacketDetails({ packet, decision, today, onPrint, onOpen, onSave, onAppend, onSignOffs, onPage, busy }: PacketDetailsProps) {
  const navigate = useNavigate();
  const copy = decision?.copies.find((each) => each.packet === packet.id);
  return (
    <aside className={classes.details} aria-label="About the packet">
      <div className={classes.rest}>
        <h1>{`Packet ${packet.number}`}</h1>
        <p className={classes.sub}>
          <Link to="/vendors/$vendor" params={{ vendor: packet.vendor }}>
            {packet.vendor_name}
          </Link>
          <span>{`version ${packet.version} · ${count(packet.pages, "page")}, ${paperLabel[packet.paper]}`}</span>
        </p>
        <PacketFile packet={packet} />
        {decision && (
          <div className={classes.verdict}>
            <StateLabel state={outcomeState[decision.outcome]} size="md">
              <b>{outcomeDone[decision.outcome]}</b>
            </StateLabel>
            <span>{`decision ${decision.number}, ${formatDay(decision.decided_on)}`}</span>
          </div>
        )}
        {(packet.superseded_by !== null || packet.later_version !== null) && (
          <div className={classes.uncovered} role="status">
            <StateMark state="warn" size="sm" label="Warning" />
            <p>
              {packet.superseded_by !== null
                ? `Decision ${packet.superseded_by} took the place of this one. Print and sign the packet of that decision.`
                : `Version ${packet.later_version} of this packet was made since. The decision is the same.`}
            </p>
          </div>
        )}
        {packet.uncovered.length > 0 && (
          <div className={classes.uncovered} role="status">
            <StateMark state="warn" size="sm" label="Warning" />
            <p>
              {`The fonts of the packet lack ${count(packet.uncovered.length, "character")}. Each is printed as its code: `}
              {packet.uncovered.map((character) => `${character} (${codePoint(character)})`).join(", ")}
            </p>
          </div>
        )}
        {copy && (
          <section>
            <h2>Signed copy</h2>
            <p className={classes.about}>{copy.documents.length > 0 ? `Received ${formatMoment(copy.documents[0]?.received_at ?? "", today)}: ${copyPagesText(copy.pages)}.` : "No copy is held any more."}</p>
            <ul className={classes.signers}>
              {copy.signers.map((signer) => (
                <li key={signer.person}>
                  <SignerMark signer={signer} />
                  <span>{signerText(signer)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {decision && (
          <section>
            <h2>To be signed by</h2>
            <ol className={classes.signers}>
              {decision.signers.map((person) => {
                const typed = decision.signatures.find((signature) => signature.person === person.id);
                return (
                  <li key={person.id}>
                    <Icon name={typed ? (typed.agrees ? "check" : "close") : "open"} size={14} />
                    <span>
                      {person.name}
                      {person.title && <em>{person.title}</em>}
                      {typed && <em>{`${typed.agrees ? "Agrees" : "Declines"}, typed here ${formatMoment(typed.at, today)}`}</em>}
                    </span>
                  </li>
                );
              })}
            </ol>
          </section>
        )}
        {decision && <SignOffs packet={packet} decision={decision} onPrint={onSignOffs} />}
        <section>
          <h2>Appended documents</h2>
          {packet.appended.length === 0 ? (
            <p className={classes.about}>None. The documents behind the packet are kept here and named in it by their hashes.</p>
          ) : (
            <ul className={classes.appended}>
              {packet.appended.map((each) => (
                <li key={each.label}>
                  <button type="button" onClick={() => onPage(each.first)}>{`${each.label}, ${count(each.pages, "page")} from page ${each.first}`}</button>
                </li>
              ))}
            </ul>
          )}
          {onAppend && (
            <Button size="xs" mt="xs" onClick={onAppend}>
              Append documents …
            </Button>
          )}
        </section>
        <section>
          <h2>Frozen</h2>
          <p className={classes.about}>The facts, the documents and the reason as they were at the decision. A later change makes a new decision and a new packet; this one stays.</p>
          <Definitions
            label="4.5rem"
            items={[
              ["Made", formatMoment(packet.made_at, today)],
              [
                "Short code",
                <span key="code" className={classes.copy}>
                  <b>{packet.short_code}</b>
                  <Copy text={packet.short_code} name="Copy the short code" />
                </span>,
              ],
              [
                "Content",
                <span key="hash" className={classes.copy}>
                  <code title="SHA-256 of what is frozen; printed on page 1">{grouped(packet.content_hash)}</code>
                  <Copy text={packet.content_hash} name="Copy the hash of the content" />
                </span>,
              ],
              [
                "File",
                <span key="file" className={classes.copy}>
                  <code title="SHA-256 of the PDF">{grouped(packet.sha256)}</code>
                  <Copy text={packet.sha256} name="Copy the hash of the file" />
                </span>,
              ],
            ]}
          />
          <Button className={classes.check} onClick={() => void navigate({ to: "/packets/check", search: { packet: packet.id } })} variant="subtle" size="xs" leftSection={<Icon name="check" />}>
            Check this packet
          </Button>
        </section>
      </div>
      <footer className={classes.actions}>
        <Button variant="filled" leftSection={<Icon name="print" />} rightSection={<KeyCaps keys="mod+p" />} loading={busy} onClick={onPrint}>
          Print …
        </Button>
        <Button leftSection={<Icon name="save" />} onClick={onSave}>
          Save as …
        </Button>
        <IconButton icon="open-window" name="Open in the PDF program" onClick={onOpen} />
      </footer>
    </aside>
  );
}

function Copy({ text, name }: { text: string; name: string }) {
  return <CopyButton value={text}>{({ copied, copy }) => <IconButton size="xs" icon={copied ? "check" : "copy"} name={copied ? "Copied" : name} onClick={copy} />}</CopyButton>;
}
