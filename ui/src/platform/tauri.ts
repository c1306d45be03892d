import { Channel, convertFileSrc, invoke } from "@tauri-apps/api/core";
import type { Event } from "../contract/generated";
import { asFailure, type Platform } from "./platform";

/** The desktop shell. Files dropped on the window stay in Rust: paths never come here. */
export function tauriPlatform(): Platform {
  const listeners = new Set<(event: Event) => void>();
  let channel: Channel<Event> | null = null;
  // One channel for the page; the application sends its events through the last that it was given.
  const hear = (): Channel<Event> => {
    const opened = new Channel<Event>((event) => {
      for (const listener of listeners) listener(event);
    });
    void invoke("events", { channel: opened });
    return opened;
  };
  return {
    async call(name, input) {
      try {
        return await invoke(name, { input });
      } catch (error) {
        throw asFailure(error);
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      channel ??= hear();
      return () => void listeners.delete(listener);
    },
    pagePicture(kind, id, page, widthPx) {
      // The helper knows which form of the address the system's web view wants; it would escape the slashes of a path.
      return `${convertFileSrc("", "csdoc")}${kind}/${id}/${page}?width=${Math.round(widthPx)}`;
    },
  };
}
