import { afterEach, describe, expect, it, vi } from "vitest";
import { type Column, nextSorting, picked, sortAhead, sorted } from "./columns";

interface Row {
  name: string;
  due: number | null;
}
const columns: Column<Row>[] = [
  { id: "name", header: "Name", cell: ({ name }) => name, sortBy: ({ name }) => name },
  { id: "due", header: "Due", cell: ({ due }) => due, sortBy: ({ due }) => due },
];
const rows: Row[] = [{ name: "item 10", due: null }, { name: "Item 9", due: 3 }, { name: "äther", due: 1 }];
const names = (column: string, down: boolean) => sorted(rows, columns, { column, down }).map(({ name }) => name);

describe("sorting rows", () => {
  it("orders words as people do: numbers by value, capitals and accents ignored", () => expect(names("name", false)).toEqual(["äther", "Item 9", "item 10"]));
  it("puts what has no value last in both directions", () => {
    expect(names("due", false)).toEqual(["äther", "Item 9", "item 10"]);
    expect(names("due", true)).toEqual(["Item 9", "äther", "item 10"]);
  });
  it("keeps equal rows as they came in, in both directions", () => {
    const equal: Row[] = [{ name: "b", due: 2 }, { name: "a", due: 1 }, { name: "B", due: 1 }, { name: "c", due: 2 }];
    const order = (down: boolean) => sorted(equal, columns, { column: "due", down }).map(({ name }) => name);
    expect([order(false), order(true)]).toEqual([["a", "B", "b", "c"], ["b", "c", "a", "B"]]);
  });
  it("leaves the order alone without a column", () => expect(sorted(rows, columns, null)).toBe(rows));
  it("keeps the order of those that a filter picked", () => {
    const some = rows.filter(({ name }) => name !== "Item 9");
    expect(picked(sorted(rows, columns, { column: "name", down: true }), some).map(({ name }) => name)).toEqual(["item 10", "äther"]);
  });
  it("goes up, down and back to the given order", () => {
    const up = nextSorting(null, "name");
    const down = nextSorting(up, "name");
    expect([up, down, nextSorting(down, "name")]).toEqual([{ column: "name", down: false }, { column: "name", down: true }, null]);
  });
});

describe("many rows", () => {
  afterEach(() => vi.useRealTimers());
  const many: Row[] = Array.from({ length: 2000 }, (_, at) => ({ name: `row ${(at * 7919) % 2000}`, due: at }));
  const asked = vi.fn(({ name }: Row) => name);
  const counted: Column<Row>[] = [{ id: "name", header: "Name", cell: ({ name }) => name, sortBy: asked }];

  it("are ordered by every column before somebody asks, once", () => {
    vi.useFakeTimers();
    sortAhead(many, counted);
    expect(asked, "not at once: first the rows are shown").not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(asked).toHaveBeenCalledTimes(2000);
    expect(sorted(many, counted, { column: "name", down: true })[0]?.name).toBe("row 1999");
    expect(asked, "the order was there").toHaveBeenCalledTimes(2000);
  });
  it("are not, where the table has gone before", () => {
    vi.useFakeTimers();
    asked.mockClear();
    sortAhead([...many], counted)();
    vi.runAllTimers();
    expect(asked).not.toHaveBeenCalled();
  });
});
