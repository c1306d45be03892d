// A host for tests: answers are functions of the input, typed by the contract, so that a change of the contract shows
// here at once.
import type { Event, Failure } from "../contract/generated";
import type { Answer, CommandName, Input, Platform } from "../platform";

/** What the application answers; a command without an entry fails the test that calls it. */
export type Answers = { [Name in CommandName]?: (input: Input<Name>) => Answer<Name> | Promise<Answer<Name>> };

export interface Call {
  name: CommandName;
  input: unknown;
}

export interface FakePlatform extends Platform {
  /** What was asked, in order. */
  calls: Call[];
  /** What was asked of one command, in order. */
  inputsOf<Name extends CommandName>(name: Name): Input<Name>[];
  /** Says something unasked. */
  emit(event: Event): void;
}

/** For answers that fail: `vendor_save: () => fails({ code: "read_only" })`. */
export function fails(failure: Failure): never {
  throw failure;
}

export function fakePlatform(answers: Answers): FakePlatform {
  const calls: Call[] = [];
  const listeners = new Set<(event: Event) => void>();
  return {
    calls,
    async call(name, input) {
      calls.push({ name, input });
      const answer = answers[name];
      if (!answer) throw { code: "bad_request", message: `the test has no answer for ${name}` } satisfies Failure;
      return answer(input);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    pagePicture: (kind, id, page, widthPx) => `picture://${kind}/${id}/${page}?width=${widthPx}`,
    inputsOf: (name) => calls.filter((call) => call.name === name).map(({ input }) => input) as never,
    emit: (event) => listeners.forEach((listener) => listener(event)),
  };
}
