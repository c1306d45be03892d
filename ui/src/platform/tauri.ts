import { convertFileSrc, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Event } from "../contract/generated";
import { asFailure, type Platform } from "./platform";

/** The name under which the application's events travel. */
const CHANNEL = "countersign";

/** The desktop shell. Files dropped on the window stay in Rust: paths never come here. */
export function tauriPlatform(): Platform {
  return {
    async call(name, input) {
      try {
        return await invoke(name, { input });
      } catch (error) {
        throw asFailure(error);
      }
    },
    onEvent(listener) {
      const stopping = listen<Event>(CHANNEL, ({ payload }) => listener(payload));
      return () => void stopping.then((stop) => stop());
    },
    pagePicture(kind, id, page, widthPx) {
      // The helper knows which form of the address the system's web view wants; it would escape the slashes of a path.
      return `${convertFileSrc("", "csdoc")}${kind}/${id}/${page}?width=${Math.round(widthPx)}`;
    },
  };
}
