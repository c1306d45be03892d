import { screen, within } from "@testing-library/react";
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
