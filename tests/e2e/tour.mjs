// What the sample workspace shows, and what becomes of it.

import { cuecSteps } from "./cuecs.mjs";
import { fourthSteps } from "./fourth.mjs";
import { insightSteps } from "./insights.mjs";
import { listSteps } from "./lists.mjs";
import { monitoringSteps } from "./monitoring.mjs";
import { outcomeSteps } from "./outcomes.mjs";
import { outputSteps } from "./outputs.mjs";
import { policySteps } from "./policy.mjs";
import { sampleSteps } from "./sample.mjs";
import { serviceSteps } from "./services.mjs";
import { signedSteps } from "./signed.mjs";
import { termSteps } from "./terms.mjs";

/** Runs the steps; no workspace is open. */
export async function tour({ page, bridge, call, step, look, drop, act }) {
  await cuecSteps({ page, bridge, call, step, look });
  await fourthSteps({ page, bridge, call, step, look });
  await monitoringSteps({ page, bridge, call, step, look });
  await policySteps({ page, bridge, call, step, look });

  await signedSteps({ page, bridge, call, step, look, drop });

  await sampleSteps({ page, step, look });
  await listSteps({ page, bridge, call, step, look });
  await termSteps({ page, step, look });

  await outcomeSteps({ page, step, look, drop, act });
  await insightSteps({ page, step, look });
  await outputSteps({ page, bridge, step, look });
  await serviceSteps({ page, bridge, call, step, look });
}
