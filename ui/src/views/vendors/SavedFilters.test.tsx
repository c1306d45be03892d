import { screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { session } from "../../testing/examples";
import { fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { noFilter, type VendorFilter } from "./filter";
import { SavedFilters } from "./SavedFilters";

function Screen() {
  const [filter, setFilter] = useState<VendorFilter>({ ...noFilter, text: "mail", tags: ["secret project"] });
  return (
    <>
      <output>{JSON.stringify(filter)}</output>
      <button type="button" onClick={() => setFilter(noFilter)}>
        Clear
      </button>
      <SavedFilters filter={filter} onChoose={setFilter} />
    </>
  );
}

describe("saved filters", () => {
  beforeEach(() => localStorage.clear());

  it("are kept under a name without the tags, chosen, and forgotten", async () => {
    const { user } = await renderScreen(<Screen />, fakePlatform({ session: () => session() }));
    await user.click(screen.getByRole("button", { name: "Saved filters" }));
    await user.type(await screen.findByRole("textbox", { name: /Keep what is chosen/ }), "Mail{Enter}");
    expect(localStorage.getItem("countersign.vendors.saved_filters")).not.toContain("secret");
    await user.click(screen.getByRole("button", { name: "Clear" }));
    await user.click(screen.getByRole("button", { name: "Saved filters" }));
    await user.click(await screen.findByRole("button", { name: "Mail" }));
    expect(screen.getByRole("status").textContent).toContain(`"text":"mail"`);
    await user.click(screen.getByRole("button", { name: "Saved filters" }));
    await user.click(await screen.findByRole("button", { name: "Forget Mail" }));
    expect(screen.queryByRole("button", { name: "Mail" })).toBeNull();
  });
});
