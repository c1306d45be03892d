import { useState } from "react";

/** State of the window that outlives it: how a table is sorted, how wide a pane is. Never anything of the workspace. */
export function useKept<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const key = `countersign.${name}`;
  const [value, setValue] = useState<Value>(() => {
    try {
      const text = localStorage.getItem(key);
      return text === null ? initial : (JSON.parse(text) as Value);
    } catch {
      return initial;
    }
  });
  const keep = (next: Value) => {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Without storage the state lives as long as the window.
    }
  };
  return [value, keep];
}
