import { Button } from "@mantine/core";
import { useMay, useWrite } from "../api";
import { usualPaper } from "../packet/paper";
import { uncoveredText } from "../packet/uncovered";
import { Icon, showDone } from "../shared";

/** Saves the summary of all vendors for the board, of the day that is shown. */
export function BoardButton({ asOf }: { asOf: string | null }) {
  const save = useWrite("board_save");
  const may = useMay("decide");
  const print = (): void => save.mutate({ as_of: asOf, paper: usualPaper(navigator.language) }, { onSuccess: ({ name, uncovered }) => name && showDone([`Saved: ${name}`, uncoveredText(uncovered)].filter(Boolean).join(". ")) });
  return (
    <Button leftSection={<Icon name="print" />} disabled={!may} loading={save.isPending} onClick={print}>
      Summary for the board …
    </Button>
  );
}
