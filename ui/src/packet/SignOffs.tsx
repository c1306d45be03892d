import { Button } from "@mantine/core";
import type { DecisionView, PacketView } from "../contract/generated";
import { count } from "../shared";
import classes from "./PacketDetails.module.css";

interface SignOffsProps {
  packet: PacketView;
  decision: DecisionView;
  /** Makes the version that says who has signed; `null` where the person may not make packets. */
  onPrint: (() => void) | null;
}

/** What of the signatures typed in the program this version says: people sign after a packet is made. Nothing where nobody has signed. */
export function SignOffs({ packet, decision, onPrint }: SignOffsProps) {
  const signed = decision.signatures.length;
  if (signed === 0) return null;
  const here = packet.sign_offs;
  const says = here === 0 ? "This version says none of them." : here === signed ? "This version says so." : `This version says ${here} of them.`;
  return (
    <section>
      <h2>Signed in the program</h2>
      <p className={classes.about}>{`${count(signed, "person", "people")} of ${decision.signers.length} signed or declined in the program. ${says}`}</p>
      {!decision.signatures_printed && <p className={classes.about}>The decision is from before packets said so.</p>}
      {onPrint && decision.signatures_printed && here !== signed && (
        <Button size="xs" mt="xs" onClick={onPrint}>
          Make a version that says so
        </Button>
      )}
    </section>
  );
}
