import type { NoTable } from "../contract/generated";
import type { FailureText } from "./failure-text";

/** Why a file cannot be imported as a table, and what to do. */
export function noTableText(reason: NoTable): FailureText {
  switch (reason.why) {
    case "empty":
      return { title: "The file holds no rows", hint: "Choose the file that holds the table." };
    case "not_a_table":
      return { title: "This file is no table", hint: "CSV, Excel (.xlsx, .xlsm) and OpenDocument (.ods) can be imported." };
    case "old_or_protected":
      return { title: "This workbook is of the old form (.xls) or has a password", hint: "Open it in Excel and save it as .xlsx without a password." };
    case "damaged":
      return { title: "The workbook is damaged", hint: "Open it in the program it comes from and save it anew." };
    case "too_large":
      return { title: "The file is too large", hint: "Up to 50 MB, 100,000 rows and 1,000 columns can be imported. Split it." };
    case "quote_open":
      return { title: `A quotation mark is opened and never closed, in row: ${reason.row}`, hint: "Rows after it would be lost. Correct the file, or export it anew." };
    case "no_keys":
      return { title: "The table has no column of keys", hint: "Take a table that was saved here for owners; its last column names each row." };
    case "given_up":
      return { title: "Reading the file took too long or too much memory", hint: "Save the table alone, without pictures and other sheets." };
  }
}
