import { useCallback, useRef, useState } from "react";

/** State of the window that outlives it: how a table is sorted, how wide a pane is. Never anything of the workspace. */
export function useKept<Value>(name: string, initial: Value): [Value, (next: Value | ((before: Value) => Value)) => void] {
  const key = `countersign.${name}`;
  const [value, setValue] = useState<Value>(() => {
    try {
      const text = localStorage.getItem(key);
      return text === null ? initial : (JSON.parse(text) as Value);
    } catch {
      return initial;
    }
  });
  const latest = useRef(value);
  const keep = useCallback(
    (next: Value | ((before: Value) => Value)) => {
      latest.current = next instanceof Function ? next(latest.current) : next;
      setValue(latest.current);
      try {
        localStorage.setItem(key, JSON.stringify(latest.current));
      } catch {
        // Without storage the state lives as long as the window.
      }
    },
    [key],
  );
  return [value, keep];
}
