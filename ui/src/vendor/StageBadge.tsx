import type { StageName } from "../contract/generated";
import { Badge } from "../shared";
import { stageLabel, stageTone } from "./words";

/** Where a vendor stands. */
export function StageBadge({ stage }: { stage: StageName }) {
  return <Badge tone={stageTone[stage]}>{stageLabel[stage]}</Badge>;
}
