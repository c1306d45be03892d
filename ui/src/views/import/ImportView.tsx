import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FailurePanel, useMay, useRead, useWrite } from "../../api";
import type { DateOrder, ImportField, ImportFile, ImportView as Imported } from "../../contract/generated";
import { ColumnsStep } from "../../import/ColumnsStep";
import { EarlierImports } from "../../import/EarlierImports";
import classes from "../../import/import.module.css";
import { ImportSteps, type Step } from "../../import/ImportSteps";
import { PreviewStep } from "../../import/PreviewStep";
import { undoneText, useUndoImport } from "../../import/useUndoImport";
import { count, EmptyState, Icon, Loading, PageHeader, StateLabel, useCrumbs } from "../../shared";
import screen from "./ImportView.module.css";

/** A table on its way into the register. */
interface Matching {
  file: ImportFile;
  sheet: number;
  columns: (ImportField | null)[];
  dateOrder: DateOrder | null;
}

function matchingOf(file: ImportFile, sheet: number): Matching {
  const shown = file.sheets[sheet];
  return { file, sheet, columns: shown?.columns.map(({ field }) => field) ?? [], dateOrder: shown?.date_order ?? null };
}

/** Vendors from a table: file, columns, preview, done. */
export function ImportView() {
  useCrumbs({ label: "Vendors", to: "/vendors" }, { label: "Import" });
  const may = useMay("keep_vendors");
  const [step, setStep] = useState<Step>("file");
  const [matching, setMatching] = useState<Matching | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const choose = useWrite("import_choose", { handles: ({ code }) => code === "no_table" });
  const pick = () =>
    choose.mutate(
      {},
      {
        onSuccess: (file) => {
          if (!file) return;
          setMatching(matchingOf(file, file.sheet));
          setStep("columns");
        },
      },
    );

  return (
    <div className={step === "file" || step === "done" ? `${screen.screen} ${screen.scroll}` : screen.screen}>
      <PageHeader title="Import vendors" />
      <ImportSteps at={step} />
      {step === "file" && (
        <>
          {choose.error?.code === "no_table" && <FailurePanel failure={choose.error} />}
          <EmptyState
            icon="upload"
            title="A table of vendors"
            action={
              <Button variant="filled" disabled={!may} loading={choose.isPending} onClick={pick} data-autofocus>
                Choose file…
              </Button>
            }
          >
            One row for each vendor, with headers: CSV, Excel (.xlsx, .xlsm) or OpenDocument (.ods). You say what each column holds and see what would change before anything is written. An export of this register shows which columns there are.
          </EmptyState>
          <EarlierImports />
        </>
      )}
      {step === "columns" && matching && (
        <ColumnsStep
          file={matching.file}
          sheet={matching.sheet}
          columns={matching.columns}
          onSheet={(sheet) => setMatching(matchingOf(matching.file, sheet))}
          onColumns={(columns) => setMatching({ ...matching, columns })}
          onBack={() => setStep("file")}
          onNext={() => setStep("preview")}
        />
      )}
      {step === "preview" && matching && (
        <Previewed
          matching={matching}
          onDateOrder={(dateOrder) => setMatching({ ...matching, dateOrder })}
          onBack={() => setStep("columns")}
          onImported={(done) => {
            setImported(done);
            setStep("done");
          }}
        />
      )}
      {step === "done" && imported && <Done imported={imported} onAgain={() => setStep("file")} />}
    </div>
  );
}

interface PreviewedProps {
  matching: Matching;
  onDateOrder: (order: DateOrder) => void;
  onBack: () => void;
  onImported: (imported: Imported) => void;
}

function Previewed({ matching, onDateOrder, onBack, onImported }: PreviewedProps) {
  const matched = { file: matching.file.file, sheet: matching.sheet, columns: matching.columns, date_order: matching.dateOrder };
  const preview = useRead("import_preview", matched, { keepPrevious: true, forget: true });
  const apply = useWrite("import_apply");
  if (preview.error) return <FailurePanel failure={preview.error} />;
  if (!preview.data) return <Loading what="Preview" />;
  const { digest } = preview.data;
  return (
    <PreviewStep
      preview={preview.data}
      dateOrder={matching.dateOrder}
      onDateOrder={onDateOrder}
      stale={preview.isPlaceholderData}
      writing={apply.isPending}
      onBack={onBack}
      onImport={() => apply.mutate({ matched, digest }, { onSuccess: onImported })}
    />
  );
}

function Done({ imported, onAgain }: { imported: Imported; onAgain: () => void }) {
  const navigate = useNavigate();
  const undo = useUndoImport();
  const [undone, setUndone] = useState<string | null>(null);
  return (
    <div className={classes.done} role="status">
      {undone === null ? (
        <StateLabel state="pass" size="lg">{`${count(imported.added, "vendor")} entered, ${imported.changed} changed, from ${imported.file_name}`}</StateLabel>
      ) : (
        <StateLabel state="unknown" size="lg">{`Undone: ${undone}`}</StateLabel>
      )}
      <p className={classes.faint}>{undone === null ? "How the columns were matched is remembered for these headers. The import can be undone later as well, where imports begin." : "History tells of both."}</p>
      <div className={classes.buttons}>
        <Button variant="filled" onClick={() => void navigate({ to: "/vendors" })}>
          Show vendors
        </Button>
        {undone === null && (
          <Button leftSection={<Icon name="undo" />} loading={undo.isPending} onClick={() => undo.run(imported.import, (done) => setUndone(undoneText(done)))}>
            Undo import
          </Button>
        )}
        <Button variant="subtle" onClick={onAgain}>
          Import another file
        </Button>
      </div>
    </div>
  );
}
