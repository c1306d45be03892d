import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { CommandName } from "../platform";
import { afterWrite, makeStale, queryKey } from "./tags";

/** A cache in which these answers are shown on a screen; gives back what is asked again, in order. */
async function shown(...names: CommandName[]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } });
  const asked: CommandName[] = [];
  for (const name of names) {
    const observer = new QueryObserver(client, { queryKey: queryKey(name, {} as never), queryFn: () => (asked.push(name), Promise.resolve(name)) });
    observer.subscribe(() => undefined);
  }
  await new Promise((resolve) => setTimeout(resolve, 0));
  asked.length = 0;
  return { client, asked };
}

describe("after a write", () => {
  it("what is made of what changed is asked again, and nothing else", async () => {
    const { client, asked } = await shown("vendors", "people", "history", "page");
    await afterWrite(client, "vendor_save");
    expect(asked.toSorted()).toEqual(["history", "vendors"]);
  });

  it("that changes nothing, nothing is asked", async () => {
    const { client, asked } = await shown("vendors", "session");
    await afterWrite(client, "packet_open");
    expect(asked).toEqual([]);
  });

  it("that opens another workspace, the session is asked first and the old answers are gone", async () => {
    const { client, asked } = await shown("vendors", "session");
    const opened = afterWrite(client, "workspace_open");
    await opened;
    expect(asked, "a screen of the old workspace must not ask the new one before it is known").toEqual(["session", "vendors"]);
  });
});

describe("a stale event", () => {
  it("asks again what is made of its tags", async () => {
    const { client, asked } = await shown("vendors", "people");
    await makeStale(client, ["people"]);
    expect(asked).toEqual(["people"]);
  });
});
