// The one mechanism that keeps what is shown true: the contract says what each answer is made of and what each write
// makes stale. Nobody else invalidates anything.
import type { QueryClient } from "@tanstack/react-query";
import { commands, type Tag } from "../contract/generated";
import type { CommandName, Input } from "../platform";

/** Under which key an answer is kept. */
export function queryKey<Name extends CommandName>(name: Name, input: Input<Name>): readonly [Name, Input<Name>] {
  return [name, input];
}

function tagsOf(name: CommandName): readonly Tag[] {
  return commands[name].tags;
}

function madeOf(key: readonly unknown[], tags: readonly Tag[]): boolean {
  return tagsOf(key[0] as CommandName).some((tag) => tags.includes(tag));
}

/** Fetches again what is shown and made of one of these, and forgets that the rest is fresh. */
export function makeStale(client: QueryClient, tags: readonly Tag[]): Promise<void> {
  if (tags.length === 0) return Promise.resolve();
  return client.invalidateQueries({ predicate: (query) => madeOf(query.queryKey, tags) });
}

/** Every tag there is. */
export const everyTag: readonly Tag[] = [...new Set(Object.values(commands).flatMap((command): readonly Tag[] => command.tags))];

/** Does what a successful write asks for. */
export async function afterWrite(client: QueryClient, name: CommandName): Promise<void> {
  const tags = tagsOf(name);
  if (tags.length < everyTag.length) return makeStale(client, tags);
  // Everything stale means another workspace: learn first which one, so that no screen of the old one asks again, and
  // show nothing of the old one while the new one is fetched.
  await makeStale(client, ["session"]);
  // The screens of the old one are gone only after the window has drawn again.
  await new Promise((resolve) => setTimeout(resolve, 0));
  await client.resetQueries({ predicate: (query) => !madeOf(query.queryKey, ["session"]) });
}
