import { describe, expect, it } from "vitest";
import { assessment, finding, rating } from "../testing/examples-finding";
import { filterFindings, filterNamed, noFilter } from "./filter";

const high = finding({ key: "1", number: 7, assessment: assessment() });
const closed = finding({ key: "2", number: 8, status: "closed", settled: true, assessment: assessment({ rating: rating({ severity: "low", score: 2 }) }) });
const repeated = finding({ key: "3", vendor_name: "Tidewrack", proposed: { ...finding().proposed, history: "repeat" }, answer_late: true });
const all = [high, closed, repeated];
const keys = (rows: { key: string }[]) => rows.map(({ key }) => key);

describe("the filter of exceptions", () => {
  it("leaves out what is settled until it is asked for", () => {
    expect(keys(filterFindings(all, noFilter))).toEqual(["1", "3"]);
    expect(keys(filterFindings(all, { ...noFilter, settled: true }))).toEqual(["1", "2", "3"]);
  });
  it("finds what nobody has judged, what failed before and what is late", () => {
    expect(keys(filterFindings(all, { ...noFilter, severities: ["none"] }))).toEqual(["3"]);
    expect(keys(filterFindings(all, { ...noFilter, severities: ["high"] }))).toEqual(["1"]);
    expect(keys(filterFindings(all, { ...noFilter, repeated: true }))).toEqual(["3"]);
    expect(keys(filterFindings(all, { ...noFilter, late: true }))).toEqual(["3"]);
  });
  it("finds what a later report tests clean, as long as nobody has said what follows", () => {
    const page = { document: "d", page: 44 };
    const rows = [finding({ key: "4", tested_clean: page }), finding({ key: "5", tested_clean: page, settled: true }), high];
    expect(keys(filterFindings(rows, { ...noFilter, settled: true, clean: true }))).toEqual(["4"]);
  });
  it("is set where another screen leads to it, and by no other word in an address", () => {
    const page = { document: "d", page: 44 };
    const rows = [finding({ key: "4", tested_clean: page, assessment: assessment() }), ...all];
    expect(keys(filterFindings(rows, filterNamed("tested_clean") ?? noFilter))).toEqual(["4"]);
    expect(keys(filterFindings(rows, filterNamed("not_assessed") ?? noFilter))).toEqual(["3"]);
    expect(filterNamed("anything")).toBeUndefined();
    expect(filterNamed(undefined)).toBeUndefined();
  });
  it("finds every typed word in what the row says", () => {
    expect(keys(filterFindings(all, { ...noFilter, text: "tidewrack CC6.2" }))).toEqual(["3"]);
    expect(keys(filterFindings(all, { ...noFilter, text: "EX-007" }))).toEqual(["1"]);
    expect(keys(filterFindings(all, { ...noFilter, text: "nowhere" }))).toEqual([]);
  });
});
