import type { Failure } from "../contract/generated";
import { showNotice } from "../shared/notice/notice";
import { failureText } from "./failure-text";

/** Shows a failure as a notice, as its code asks: a cancelled dialog is no news. */
export function announceFailure(failure: Failure) {
  if (failure.code === "cancelled") return;
  const { title, hint } = failureText(failure);
  showNotice({ state: failure.code === "unexpected" || failure.code === "bad_request" ? "fail" : "warn", title, text: hint });
}
