import { Button, Progress } from "@mantine/core";
import { useMay, useRead, useWrite } from "../api";
import type { DocumentView } from "../contract/generated";
import { StateMark } from "../shared";
import { pagesText } from "./queue";
import classes from "./RecognitionNote.module.css";

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Says which pages of a document are pictures of text and what became of them, as a part of a list of cautions. */
export function RecognitionNote({ document: view }: { document: DocumentView }) {
  const document = view.row.id;
  const may = useMay("keep_documents");
  const { data } = useRead("recognition", {});
  const stop = useWrite("recognition_stop");
  const resume = useWrite("recognition_resume");
  const state = data?.find((each) => each.document === document);

  if (view.unread_pages.length > 0) {
    const pages = sentence(pagesText(view.unread_pages));
    const are = view.unread_pages.length === 1 ? "is a picture" : "are pictures";
    if (!state || !may || view.set_aside) return <Line>{`${pages} ${are} of text and not read. Look at the page before you rely on what is missing.`}</Line>;
    const again = (name: string) => (
      <Button size="compact-xs" loading={resume.isPending} onClick={() => resume.mutate({ document })}>
        {name}
      </Button>
    );
    if (state.stopped) return <Line act={again("Go on")}>{`${pages} ${are} of text: reading was stopped after ${state.done} of ${state.pictures}.`}</Line>;
    if (state.left.length === 0 && state.failed.length > 0) return <Line act={again("Try again")}>{`${sentence(pagesText(state.failed))} ${are} in which no text could be recognised.`}</Line>;
    const act = (
      <Button size="compact-xs" variant="subtle" loading={stop.isPending} onClick={() => stop.mutate({ document })}>
        Stop
      </Button>
    );
    const at = Math.min(state.done + 1, state.pictures);
    return (
      <li data-state="unknown">
        <StateMark state="unknown" size="sm" label="Being read" />
        <div className={classes.state}>
          <p role="status">{`${pages} ${are} of text: being read, ${at} of ${state.pictures}`}</p>
          <Progress className={classes.meter} size="xs" value={(state.done / state.pictures) * 100} aria-label="Pictures read" />
          {act}
        </div>
      </li>
    );
  }
  if (view.recognised_pages.length === 0) return null;
  const was = view.recognised_pages.length === 1 ? "was read from a picture" : "were read from pictures";
  return <Line quiet>{`${sentence(pagesText(view.recognised_pages))} ${was}. Letters may be mistaken: compare with the page what matters.`}</Line>;
}

function Line({ children, act, quiet }: { children: string; act?: React.ReactNode; quiet?: boolean }) {
  return (
    <li data-state={quiet ? "unknown" : "warn"}>
      <StateMark state={quiet ? "unknown" : "warn"} size="sm" label={quiet ? "Note" : "Warning"} />
      <p>
        {children} {act}
      </p>
    </li>
  );
}
