import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { AttentionView } from "../contract/generated";
import { session } from "../testing/examples";
import { fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { useRemedy } from "./useRemedy";

const due: AttentionView = {
  key: "cuec_due|v-1|d-2:r:2|2026-03-20", kind: "cuec_due", vendor: "v-1", vendor_name: "Marrowstone", tier: "critical", what: "Test what was kept", reason: "Planned to be in place by then",
  date: "2026-03-20", days: 3, group: "week", remedy: "open_cuecs", target: "d-2", entry: "r:2", owner: null, informed: [], mine: true, snoozed: null,
};

function Settling({ item }: { item: AttentionView }) {
  const { settle } = useRemedy();
  return <button type="button" onClick={() => settle(item)}>Settle</button>;
}

describe("what settles an item", () => {
  it.each([
    ["opens the control in the workbook of the report that lists it", due, "/vendors/v-1?tab=cuecs&entry=r%3A2&report=d-2"],
    ["opens the workbook where it speaks of many controls", { ...due, kind: "cuecs_undecided" as const, target: null, entry: null }, "/vendors/v-1?tab=cuecs"],
  ])("%s", async (_, item, address) => {
    const { user, router } = await renderScreen(<Settling item={item} />, fakePlatform({ session: () => session() }));
    await user.click(screen.getByRole("button", { name: "Settle" }));
    await waitFor(() => expect(router.state.location.href).toBe(address));
  });
});
