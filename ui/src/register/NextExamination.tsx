import { Button } from "@mantine/core";
import { useState } from "react";
import { useMay, useRead } from "../api";
import { SectionTitle } from "../shared";
import { Examination } from "./Examination";
import { PartDialog } from "./PartDialog";
import { type Editor, examinationEditor } from "./parts";
import classes from "./register.module.css";

/** The vendor's next examination where the policy asks for it: what is known, and a way to enter it. */
export function NextExamination({ vendor }: { vendor: string }) {
  const register = useRead("register", { vendor }).data;
  const may = useMay("keep_vendors");
  const [editor, setEditor] = useState<Editor | null>(null);
  if (!register) return null;
  return (
    <section>
      <SectionTitle>Next examination</SectionTitle>
      <Examination examination={register.examination} proofs={register.proofs} />
      {may && (
        <div className={classes.deadline}>
          <Button size="xs" onClick={() => setEditor(examinationEditor)}>
            {register.examination.kind === null ? "Record the next examination …" : "Change the next examination …"}
          </Button>
        </div>
      )}
      <PartDialog register={register} editor={editor} onClose={() => setEditor(null)} />
    </section>
  );
}
