import { Button } from "@mantine/core";
import { Answered, useRead, useWrite } from "../api";
import { Icon, showDone, showNotice } from "../shared";
import classes from "./finding.module.css";

/** The questions to the vendor, to be copied or opened in the mail program. */
export function QuestionsLetter({ keys, answerBy }: { keys: string[]; answerBy: string | null }) {
  const input = { keys, answer_by: answerBy };
  const letter = useRead("findings_letter", input, { keepPrevious: true });
  const open = useWrite("findings_letter_open");
  const copy = (text: string, what: string): void => {
    navigator.clipboard.writeText(text).then(
      () => showDone(`Copied: ${what}`),
      () => showNotice({ state: "fail", title: "The clipboard is closed to this window", text: "Select the text and copy it by hand." }),
    );
  };
  return (
    <Answered of={letter} what="Letter">
      {({ to, subject, body }) => (
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
          <div className={classes.steps}>
            <Button
              size="xs"
              loading={open.isPending}
              onClick={() =>
                open.mutate(input, {
                  onSuccess: ({ with_text }) => {
                    if (!with_text) copy(body, "the text, which is too long to go along. Paste it into the letter");
                  },
                })
              }
            >
              Open in the mail program
            </Button>
            <Button size="xs" variant="default" leftSection={<Icon name="copy" />} onClick={() => copy(`${subject}\n\n${body}`, "the questions")}>
              Copy the questions
            </Button>
          </div>
          <p className={classes.dim}>Countersign sends nothing: the letter leaves this computer only when you send it.</p>
        </div>
      )}
    </Answered>
  );
}
