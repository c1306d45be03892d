import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMay, useWrite } from "../../api";
import type { VendorView } from "../../contract/generated";
import { DecisionCard } from "../../decision/DecisionCard";
import { EmptyState } from "../../shared";

/** What was decided about a vendor, newest first, with the packets; `led` is the decision that somebody was led to. */
export function VendorDecisions({ view, led, onDecide }: { view: VendorView; led?: string | undefined; onDecide: (() => void) | undefined }) {
  const navigate = useNavigate();
  const mayDecide = useMay("decide");
  const mayKeep = useMay("keep_vendors");
  const make = useWrite("packet_make");
  if (view.decisions.length === 0) {
    return (
      <EmptyState icon="packet" title="Nothing decided yet" action={<Button disabled={!onDecide} onClick={onDecide}>Decide …</Button>}>
        A decision says whether you rely on this vendor, why, under which conditions, and who signs. It freezes the evidence as it is on that day and is printed as a packet with room for signatures.
      </EmptyState>
    );
  }
  return (
    <div style={{ maxWidth: "56rem" }}>
      {view.decisions.map((decision, index) => (
        <DecisionCard
          key={decision.id}
          decision={decision}
          superseded={index > 0}
          led={decision.id === led}
          mayDecide={mayDecide}
          mayKeep={mayKeep}
          documents={view.documents}
          busy={make.isPending && make.variables.decision === decision.id}
          onMake={(paper) => make.mutate({ decision: decision.id, paper, append: [], sign_offs: false }, { onSuccess: (packet) => void navigate({ to: "/packets/$packet", params: { packet: packet.id } }) })}
        />
      ))}
    </div>
  );
}
