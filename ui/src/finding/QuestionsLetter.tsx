import { Answered, useRead, useWrite } from "../api";
import { LetterText } from "../letter/LetterText";

/** The questions to the vendor, to be copied or opened in the mail program. */
export function QuestionsLetter({ keys, answerBy }: { keys: string[]; answerBy: string | null }) {
  const input = { keys, answer_by: answerBy };
  const letter = useRead("findings_letter", input, { keepPrevious: true });
  const open = useWrite("findings_letter_open");
  return (
    <Answered of={letter} what="Letter">
      {(text) => <LetterText letter={text} copies="the questions" pending={open.isPending} onOpen={(tooLong) => open.mutate(input, { onSuccess: ({ with_text }) => (with_text ? undefined : tooLong()) })} />}
    </Answered>
  );
}
