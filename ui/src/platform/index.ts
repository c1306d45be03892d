import { bridgePlatform } from "./bridge";
import type { Platform } from "./platform";
import { tauriPlatform } from "./tauri";

export { asFailure, type Answer, type CommandName, type Input, type PictureKind, type Platform } from "./platform";

/** The host this page runs in. */
export function hostPlatform(): Platform {
  return "__TAURI_INTERNALS__" in window ? tauriPlatform() : bridgePlatform();
}
