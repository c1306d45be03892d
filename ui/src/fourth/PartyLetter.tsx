import { Modal } from "@mantine/core";
import { Answered, useRead, useWrite } from "../api";
import { LetterText } from "../letter/LetterText";

/** The letter that asks a vendor for assurance on its parties. */
export function PartyLetter({ vendor, name, onClose }: { vendor: string | null; name: string; onClose: () => void }) {
  return (
    <Modal opened={vendor !== null} onClose={onClose} title={`Ask ${name}`} size="40rem">
      {vendor !== null && <Letter vendor={vendor} />}
    </Modal>
  );
}

function Letter({ vendor }: { vendor: string }) {
  const letter = useRead("fourth_parties_letter", { vendor });
  const open = useWrite("fourth_parties_letter_open");
  return (
    <Answered of={letter} what="Letter">
      {(text) => <LetterText letter={text} copies="the letter" pending={open.isPending} onOpen={(tooLong) => open.mutate({ vendor }, { onSuccess: ({ with_text }) => (with_text ? undefined : tooLong()) })} />}
    </Answered>
  );
}
