import { describe, expect, it } from "vitest";
import { type Column, nextSorting, sorted } from "./columns";

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
  it("leaves the order alone without a column", () => expect(sorted(rows, columns, null)).toBe(rows));
  it("goes up, down and back to the given order", () => {
    const up = nextSorting(null, "name");
    const down = nextSorting(up, "name");
    expect([up, down, nextSorting(down, "name")]).toEqual([{ column: "name", down: false }, { column: "name", down: true }, null]);
  });
});
