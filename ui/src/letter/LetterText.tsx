import { Button } from "@mantine/core";
import { Icon, showDone, showNotice } from "../shared";
import classes from "./LetterText.module.css";

interface LetterTextProps {
  letter: { to: string | null; subject: string; body: string };
  /** What is copied: "the questions". */
  copies: string;
  pending: boolean;
  /** Opens it in the mail program; calls back where the text was too long to go along. */
  onOpen: (tooLong: () => void) => void;
}

/** A letter to be copied or opened in the mail program. */
export function LetterText({ letter: { to, subject, body }, copies, pending, onOpen }: LetterTextProps) {
  const copy = (text: string, what: string): void => {
    navigator.clipboard.writeText(text).then(
      () => showDone(`Copied: ${what}`),
      () => showNotice({ state: "fail", title: "The clipboard is closed to this window", text: "Select the text and copy it by hand." }),
    );
  };
  return (
    <div className={classes.letter}>
      <p className={classes.address}>{to ? `To ${to}` : "No address of a contact is on record."}</p>
      <p className={classes.address}>
        <b>{subject}</b>
      </p>
      {/* Keyboards scroll it, as it holds nothing else that takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="group" aria-label="Text of the letter">
        {body}
      </pre>
      <div className={classes.buttons}>
        <Button size="xs" loading={pending} onClick={() => onOpen(() => copy(body, "the text, which is too long to go along. Paste it into the letter"))}>
          Open in the mail program
        </Button>
        <Button size="xs" variant="default" leftSection={<Icon name="copy" />} onClick={() => copy(`${subject}\n\n${body}`, copies)}>
          {`Copy ${copies}`}
        </Button>
      </div>
      <p className={classes.dim}>Countersign sends nothing: the letter leaves this computer only when you send it.</p>
    </div>
  );
}
