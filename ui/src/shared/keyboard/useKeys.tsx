import { createContext, type ReactNode, use, useEffect, useRef, useState } from "react";
import { KeyRegistry, type KeyBinding, type KeyGroup } from "./registry";

const RegistryContext = createContext<KeyRegistry | null>(null);

/** Listens to the keyboard for the whole window. */
export function KeyboardProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new KeyRegistry());
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (registry.handle(event)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [registry]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export function useKeyRegistry(): KeyRegistry {
  const registry = use(RegistryContext);
  if (!registry) throw new Error("KeyboardProvider is missing above this component");
  return registry;
}

/** Makes shortcuts hold while the component is shown, and lists them under `?`. */
export function useKeys(where: string, bindings: readonly KeyBinding[]) {
  const registry = useKeyRegistry();
  const group = useRef<KeyGroup>({ where, bindings });
  useEffect(() => {
    group.current = { where, bindings };
  });
  useEffect(() => registry.add(group), [registry]);
}
