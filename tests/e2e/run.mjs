// The interface in a browser, with the real application behind the bridge: the main job from the first run, and a tour of the sample
// workspace, side by side. Every screen is photographed into output/ and examined by axe. Needs COUNTERSIGN_BRIDGE: the built bridge.

import { job } from "./job.mjs";
import { lane } from "./lane.mjs";
import { Tally } from "./support.mjs";
import { tour } from "./tour.mjs";

const program = process.env.COUNTERSIGN_BRIDGE;
if (!program) throw new Error("COUNTERSIGN_BRIDGE must name the built bridge");

const tally = new Tally();
await Promise.all([job, tour].map((journey) => lane(program, tally, journey)));
process.exitCode = tally.end();
