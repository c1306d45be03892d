import { Select } from "@mantine/core";
import type { ReviewedDocument } from "../../contract/generated";
import { useRead } from "../../api";
import { PagePane } from "../../page/PagePane";
import { EmptyState } from "../../shared";
import classes from "./AssessView.module.css";
import type { Assess } from "./useAssess";

/** The page on which the question's evidence stands; another document of the vendor can be looked at. */
export function EvidencePane({ assess, documents }: { assess: Assess; documents: readonly ReviewedDocument[] }) {
  const { place } = assess;
  const shown = documents.find(({ document }) => document === place.document) ?? documents[0];
  const other = useRead("document", { document: shown?.document ?? "" }, { enabled: shown !== undefined });
  if (!shown) {
    return (
      <EmptyState icon="inbox" title="Nothing is filed with this vendor">
        Drop its report anywhere on this window. Questions that need no document can be answered already.
      </EmptyState>
    );
  }
  return (
    <div className={classes.evidence}>
      {documents.length > 1 && (
        <Select
          className={classes.which}
          size="xs"
          aria-label="Document"
          allowDeselect={false}
          value={shown.document}
          data={documents.map(({ document, file_name, main }) => ({ value: document, label: main ? `${file_name} (the report that counts)` : file_name }))}
          onChange={(document) => document && assess.show({ document, page: 1, mark: null })}
        />
      )}
      <PagePane
        document={shown.document}
        title={shown.file_name}
        pages={shown.pages}
        page={Math.min(place.page, Math.max(1, shown.pages))}
        onPage={(page) => assess.show({ document: shown.document, page, mark: null })}
        sections={other.data?.sections ?? []}
        marks={shown.document === assess.document?.row.id ? assess.marks : []}
        focus={place.mark}
        onMark={(mark) => assess.show({ document: shown.document, page: mark.page, mark: mark.id })}
      />
    </div>
  );
}
