import { createContext, use } from "react";
import type { Platform } from "../platform";

const PlatformContext = createContext<Platform | null>(null);

export const PlatformProvider = PlatformContext.Provider;

/** The host; components want it for picture addresses, everything else goes through `useRead` and `useWrite`. */
export function usePlatform(): Platform {
  const platform = use(PlatformContext);
  if (!platform) throw new Error("PlatformProvider is missing above this component");
  return platform;
}
