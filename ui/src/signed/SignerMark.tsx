import type { PaperSigner } from "../contract/generated";
import { StateMark } from "../shared";

/** Whether a signature on paper is confirmed, and whether it agrees. */
export function SignerMark({ signer: { said } }: { signer: PaperSigner }) {
  if (!said?.signed) return <StateMark state="unknown" size="sm" label="Not confirmed" />;
  return said.agrees === false ? <StateMark state="fail" size="sm" label="Declined on paper" /> : <StateMark state="pass" size="sm" label="Signed on paper" />;
}
