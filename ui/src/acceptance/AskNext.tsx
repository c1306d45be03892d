import { Button } from "@mantine/core";
import { useWrite } from "../api";
import type { EvaluationView } from "../contract/generated";
import { Icon, SectionTitle, showDone, showNotice } from "../shared";
import classes from "./Evaluation.module.css";

/** What would help, from whom, and the letter that asks for it. */
export function AskNext({ evaluation }: { evaluation: Pick<EvaluationView, "vendor" | "asks" | "letter"> }) {
  const { vendor, asks, letter } = evaluation;
  const open = useWrite("vendor_letter_open");
  const ofVendor = asks.filter((ask) => ask.of_vendor);
  const ours = asks.filter((ask) => !ask.of_vendor);
  const copy = (text: string, what: string): void => {
    navigator.clipboard.writeText(text).then(
      () => showDone(`Copied: ${what}`),
      () => showNotice({ state: "fail", title: "The clipboard is closed to this window", text: "Select the text and copy it by hand." }),
    );
  };
  const mail = (): void =>
    open.mutate({ vendor }, {
      onSuccess: ({ with_text }) => {
        if (!with_text && letter) copy(letter.body, "the text, which is too long to go along. Paste it into the letter");
      },
    });
  if (asks.length === 0) return null;
  return (
    <section>
      <SectionTitle count={asks.length}>Ask for next</SectionTitle>
      {ofVendor.length > 0 && (
        <>
          <h3 className={classes.from}>From the vendor</h3>
          <ul className={classes.asks}>
            {ofVendor.map((ask) => (
              <li key={ask.line}>{ask.line}</li>
            ))}
          </ul>
        </>
      )}
      {letter && (
        <details className={classes.letter}>
          <summary>The letter that asks for it</summary>
          <p className={classes.address}>{letter.to ? `To ${letter.to}` : "No address of a contact is on record."}</p>
          <p className={classes.address}>
            <b>{letter.subject}</b>
          </p>
          <pre>{letter.body}</pre>
        </details>
      )}
      {letter && (
        <div className={classes.actions}>
          <Button size="xs" loading={open.isPending} onClick={mail}>
            Open in the mail program
          </Button>
          <Button size="xs" variant="default" leftSection={<Icon name="copy" />} onClick={() => copy(`${letter.subject}\n\n${letter.body}`, "the letter")}>
            Copy the letter
          </Button>
          {letter.to && (
            <Button size="xs" variant="subtle" onClick={() => copy(letter.to ?? "", "the address")}>
              Copy the address
            </Button>
          )}
        </div>
      )}
      {letter && <p className={classes.quiet}>Countersign sends nothing: the letter leaves this computer only when you send it.</p>}
      {ours.length > 0 && (
        <>
          <h3 className={classes.from}>By us</h3>
          <ul className={classes.asks}>
            {ours.map((ask) => (
              <li key={ask.line}>{ask.line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
