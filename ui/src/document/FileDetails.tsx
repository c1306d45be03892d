import { Modal } from "@mantine/core";
import type { DocumentView } from "../contract/generated";
import { count, Definitions, formatBytes, formatMoment } from "../shared";
import classes from "./FileDetails.module.css";

/** What is known of the file itself: how to tell it from another, and what read it. */
export function FileDetails({ document, opened, onClose }: { document: DocumentView; opened: boolean; onClose: () => void }) {
  const { row } = document;
  return (
    <Modal opened={opened} onClose={onClose} title="About this file" size="34rem">
      <Definitions
        items={[
          ["File", row.file_name],
          ["Size", `${formatBytes(document.bytes)}, ${count(row.pages, "page")}`],
          ["Received", `${formatMoment(row.received_at)} by ${row.received_by}`],
          ["Made with", document.producer ?? "not stated"],
          ["Protection", document.encrypted ? "encrypted, opens without a password" : "none"],
          ["Text", row.has_text ? "can be read and searched" : "none: the pages are pictures"],
          ["Read by", document.extractor],
          ["SHA-256", <code key="hash" className={classes.hash}>{document.sha256}</code>],
        ]}
      />
      <p className={classes.about}>The file is kept byte for byte as it came. The same bytes again have the same SHA-256 and are not stored twice.</p>
    </Modal>
  );
}
