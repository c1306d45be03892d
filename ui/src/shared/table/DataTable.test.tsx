import { screen, within } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { session } from "../../testing/examples";
import { fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import type { Column } from "./columns";
import { DataTable } from "./DataTable";

interface Row {
  id: string;
  name: string;
  size: number;
}
const columns: Column<Row>[] = [
  { id: "name", header: "Name", cell: ({ name }) => name, sortBy: ({ name }) => name },
  { id: "size", header: "Size", width: "5rem", cell: ({ size }) => size, sortBy: ({ size }) => size, canHide: true },
];
const rows: Row[] = [{ id: "b", name: "Beech", size: 1 }, { id: "a", name: "Ash", size: 3 }, { id: "c", name: "Cedar", size: 2 }];

const show = (onOpen = vi.fn<(row: Row) => void>(), all = rows) =>
  renderScreen(<DataTable name="Trees" rows={all} columns={columns} rowKey={({ id }) => id} onOpen={onOpen} empty={<p>No trees</p>} />, fakePlatform({ session: () => session() }));
const names = () => screen.getAllByRole("row").slice(1).map((row) => within(row).getAllByRole("cell")[0]?.textContent);

describe("a table", () => {
  it("is scrolled before the column that takes the rest has no room for words", async () => {
    await show();
    expect(screen.getByRole("table").style.minWidth).toBe("calc(17rem)");
  });
  it("sorts by a column's head and keeps that for the next time", async () => {
    const { user, unmount } = await show();
    expect(names()).toEqual(["Beech", "Ash", "Cedar"]);
    await user.click(screen.getByRole("button", { name: "Size" }));
    expect(names()).toEqual(["Beech", "Cedar", "Ash"]);
    expect(screen.getByRole("columnheader", { name: "Size" }).getAttribute("aria-sort")).toBe("ascending");
    unmount();
    await show();
    expect(names()).toEqual(["Beech", "Cedar", "Ash"]);
  });

  it("is walked and opened by keyboard", async () => {
    const onOpen = vi.fn<(row: Row) => void>();
    const { user } = await show(onOpen);
    screen.getAllByRole("row")[1]?.focus();
    await user.keyboard("j");
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain("Ash"));
    await user.keyboard("{Enter}");
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(rows[1]);
  });

  it("puts another order into the elements that it has", async () => {
    const { user } = await show();
    const drawn = screen.getAllByRole("row").slice(1);
    await user.click(screen.getByRole("button", { name: "Name" }));
    expect(names()).toEqual(["Ash", "Beech", "Cedar"]);
    expect(screen.getAllByRole("row").slice(1)).toEqual(drawn);
  });

  it("draws rows out of view after the paint, in the new order too", async () => {
    const { user } = await show(undefined, Array.from({ length: 100 }, (_, at) => ({ id: String(at), name: `Tree ${at}`, size: 100 - at })));
    await user.click(screen.getByRole("button", { name: "Size" }));
    await vi.waitFor(() => expect(names()).toEqual(names().map((_, at) => `Tree ${99 - at}`)));
    expect(names().length).toBeGreaterThan(20);
  });

  it("leaves the focus with its row, and with what is pressed in it, where rows come before it or go", async () => {
    const pressable: Column<Row>[] = [{ id: "name", header: "Name", cell: ({ name }) => name }, { id: "choose", header: "Choose", cell: ({ name }) => <button type="button">{`Choose ${name}`}</button> }];
    function Growing() {
      const [some, setSome] = useState(rows);
      return (
        <div role="presentation" onKeyUp={({ key }) => key === "n" && setSome((before) => [{ id: `n${before.length}`, name: "New", size: 0 }, ...before])}>
          <DataTable name="Trees" rows={some} columns={pressable} rowKey={({ id }) => id} onOpen={() => setSome((before) => before.filter(({ id }) => id !== "a"))} />
        </div>
      );
    }
    const { user } = await renderScreen(<Growing />, fakePlatform({ session: () => session() }));
    const focused = () => document.activeElement?.textContent;
    screen.getAllByRole("row")[2]?.focus();
    await user.keyboard("n");
    await vi.waitFor(() => expect(focused()).toBe("AshChoose Ash"));
    screen.getByRole("button", { name: "Choose Ash" }).focus();
    await user.keyboard("n");
    await vi.waitFor(() => expect(names()).toHaveLength(5));
    await vi.waitFor(() => expect(focused()).toBe("Choose Ash"));
    await user.click(screen.getByRole("row", { name: /^Ash/ }));
    expect(names()).toEqual(["New", "New", "Beech", "Cedar"]);
    expect(screen.getAllByRole("row").filter(({ tabIndex }) => tabIndex === 0), "one row is reached by Tab").toHaveLength(1);
  });

  it("hides a column", async () => {
    const { user } = await show();
    await user.click(screen.getByRole("button", { name: "Choose columns" }));
    await user.click(await screen.findByRole("menuitemcheckbox", { name: "Size" }));
    expect(screen.queryByRole("columnheader", { name: "Size" })).toBeNull();
  });

  it("draws only what is in view of ten thousand rows", async () => {
    await show(undefined, Array.from({ length: 10_000 }, (_, at) => ({ id: String(at), name: `Tree ${at}`, size: at })));
    const drawn = screen.getAllByRole("row").length;
    expect([drawn > 20, drawn < 60], `rows drawn: ${drawn}`).toEqual([true, true]);
    expect(screen.getByRole("table").getAttribute("aria-rowcount")).toBe("10001");
  });

  it("says what belongs there where there is nothing", async () => {
    await show(undefined, []);
    expect(screen.getByText("No trees")).toBeDefined();
  });
});
