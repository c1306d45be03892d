import { Answered, useMay, useRead } from "../../api";
import type { ReviewView } from "../../contract/generated";
import { PagePanes, usePanes } from "../../page/PagePanes";
import { useCrumbs, useKeys } from "../../shared";
import classes from "./AssessView.module.css";
import { Conclusion } from "./Conclusion";
import { EvidencePane } from "./EvidencePane";
import { Head } from "./Head";
import { QuestionPane } from "./QuestionPane";
import { Steps } from "./Steps";
import { type Assess, useAssess } from "./useAssess";

/** A guided review: the report's page on one side, the question with what is known of it on the other. */
export function AssessView({ review, question }: { review: string; question?: string | undefined }) {
  const answer = useRead("review", { review });
  return (
    <Answered of={answer} what="Review">
      {(view) => <Loaded view={view} question={question} />}
    </Answered>
  );
}

function Loaded({ view, question }: { view: ReviewView; question: string | undefined }) {
  useCrumbs({ label: "Vendors", to: "/vendors" }, { label: view.vendor_name, to: `/vendors/${view.vendor}` }, { label: `Review ${view.row.number}` });
  const may = useMay("review");
  const assess = useAssess(view, question, may);
  const panes = usePanes();
  const { editable } = assess;
  /** Who asks for a place sees it, in a narrow window too. */
  const asking: Assess = {
    ...assess,
    show: (place) => {
      assess.show(place);
      panes.show("page");
    },
  };

  useKeys("Guided review", [
    { keys: "j", does: "Next question", run: () => assess.walk(1) },
    { keys: "k", does: "Previous question", run: () => assess.walk(-1) },
    { keys: "down", does: "Next question", run: () => assess.walk(1) },
    { keys: "up", does: "Previous question", run: () => assess.walk(-1) },
    { keys: "enter", does: "Accept the suggestion, and on to the next open question", run: assess.accept, enabled: editable },
    { keys: "mod+enter", does: "On to the next open question", run: assess.goOn, inFields: true },
    { keys: "1", does: "Pass", run: () => assess.judge("pass"), enabled: editable },
    { keys: "2", does: "Warn", run: () => assess.judge("warn"), enabled: editable },
    { keys: "3", does: "Fail", run: () => assess.judge("fail"), enabled: editable },
    { keys: "4", does: "Not known", run: () => assess.judge("missing"), enabled: editable },
    { keys: "5", does: "Does not apply", run: () => assess.judge("not_applicable"), enabled: editable },
    { keys: "e", does: "Write the answer", run: () => focusIn(panes.root, "answer"), enabled: editable },
    { keys: "n", does: "Write the note", run: () => focusIn(panes.root, "note"), enabled: editable },
    { keys: "z", does: "To the conclusion", run: () => assess.goTo(assess.conclusion) },
    { keys: "]", does: "Next place", run: () => assess.turnPlace(1) },
    { keys: "[", does: "Previous place", run: () => assess.turnPlace(-1) },
    { keys: "right", does: "Next page", run: () => assess.turnPage(1) },
    { keys: "left", does: "Previous page", run: () => assess.turnPage(-1) },
    { keys: "esc", does: "Leave the field", run: () => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined), inFields: true },
    { keys: "f6", does: "Other pane", run: panes.other },
  ]);

  return (
    <PagePanes panes={panes} resetOn={assess.place.document} label="Questions" name="Questions" className={classes.panes} page={<EvidencePane assess={assess} documents={view.documents} />}>
      <Head view={view} assess={assess} />
      <div className={classes.body}>
        <Steps view={view} assess={assess} />
        {assess.question?.step === "conclusion" && assess.question.id === assess.conclusion ? <Conclusion view={view} assess={assess} /> : <QuestionPane view={view} assess={asking} />}
      </div>
    </PagePanes>
  );
}

function focusIn(panes: HTMLElement | null, field: string): void {
  panes?.querySelector<HTMLElement>(`[data-field="${field}"] textarea, textarea[data-field="${field}"], [data-field="${field}"] button, [data-field="${field}"] input`)?.focus();
}
