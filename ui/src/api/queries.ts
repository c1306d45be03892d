import { keepPreviousData, QueryClient, useMutation, type UseMutationResult, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { commands, type Failure } from "../contract/generated";
import { type Answer, type CommandName, type Input } from "../platform";
import { announceFailure } from "./announce-failure";
import { usePlatform } from "./PlatformContext";
import { afterWrite, queryKey } from "./tags";

type OfKind<Kind extends "read" | "write"> = { [Name in CommandName]: (typeof commands)[Name]["kind"] extends Kind ? Name : never }[CommandName];
export type ReadName = OfKind<"read">;
/** Asking for a place or a table by dialog, or for what was typed in one, changes nothing, yet happens once and on demand, like a write. */
export type WriteName = OfKind<"write"> | "workspace_choose" | "import_choose" | "cuecs_import_choose" | "history_verify" | "dialog_draft";

/** The cache of answers: fresh until a tag says otherwise, never retried, because the application is on this computer. */
export function answerCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: "always", refetchOnWindowFocus: false },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

interface ReadOptions {
  /** False: do not ask (yet). */
  enabled?: boolean;
  /** Keeps showing the last answer while another input is being answered. */
  keepPrevious?: boolean;
  /** Forgets the answer when nothing shows it: for an answer that holds what is typed, which no tag follows. */
  forget?: boolean;
}

/** Asks the application and keeps the answer true. */
export function useRead<Name extends ReadName>(name: Name, input: Input<Name>, options: ReadOptions = {}): UseQueryResult<Answer<Name>, Failure> {
  const platform = usePlatform();
  return useQuery<Answer<Name>, Failure>({
    queryKey: queryKey(name, input),
    queryFn: () => platform.call(name, input),
    enabled: options.enabled ?? true,
    // The type of the placeholder function depends on the answer, which is still open here.
    ...(options.forget ? { gcTime: 0 } : {}),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

interface WriteOptions {
  /** Says which failures the caller shows itself, at a field or as a choice; all others become a notice. */
  handles?: (failure: Failure) => boolean;
}

/** Changes something. What the change makes stale is fetched again before the promise of `mutateAsync` resolves. */
export function useWrite<Name extends WriteName>(name: Name, options: WriteOptions = {}): UseMutationResult<Answer<Name>, Failure, Input<Name>> {
  const platform = usePlatform();
  const client = useQueryClient();
  return useMutation<Answer<Name>, Failure, Input<Name>>({
    mutationKey: [name],
    mutationFn: (input) => platform.call(name, input),
    onSuccess: () => (commands[name].kind === "write" ? afterWrite(client, name) : undefined),
    onError: (failure) => {
      if (!options.handles?.(failure)) announceFailure(failure);
    },
  });
}
