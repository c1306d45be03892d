import classes from "./import.module.css";

export type Step = "file" | "columns" | "preview" | "done";

const steps: readonly { step: Step; label: string }[] = [
  { step: "file", label: "File" },
  { step: "columns", label: "Columns" },
  { step: "preview", label: "Preview" },
  { step: "done", label: "Done" },
];

/** Where in the import one is. */
export function ImportSteps({ at }: { at: Step }) {
  const current = steps.findIndex(({ step }) => step === at);
  return (
    <ol className={classes.steps} aria-label="Steps">
      {steps.map(({ step, label }, nth) => (
        <li key={step} aria-current={nth === current ? "step" : undefined} data-past={nth < current || undefined}>
          <span aria-hidden="true">{nth + 1}</span>
          {label}
        </li>
      ))}
    </ol>
  );
}
