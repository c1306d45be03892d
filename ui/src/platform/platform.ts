// What the user interface knows of its host. Two hosts exist: the desktop shell and the development bridge.
import type { Commands, Event, Failure } from "../contract/generated";

export type CommandName = keyof Commands;
export type Input<Name extends CommandName> = Commands[Name]["input"];
export type Answer<Name extends CommandName> = Commands[Name]["answer"];

/** Whose page a picture shows. */
export type PictureKind = "document" | "packet";

export interface Platform {
  /** Asks the application; rejects with a `Failure` and with nothing else. */
  call<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Answer<Name>>;
  /** Listens to what the application says unasked; gives back how to stop. */
  onEvent(listener: (event: Event) => void): () => void;
  /** The address of a page's picture; pages count from 1, the width is in device pixels. */
  pagePicture(kind: PictureKind, id: string, page: number, widthPx: number): string;
}

/** Makes a `Failure` of whatever a host rejected with, so that nothing above has to guess. */
export function asFailure(error: unknown): Failure {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
    return error as Failure;
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: "bad_request", message };
}
