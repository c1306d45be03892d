import { useEffect, useState } from "react";

/** A value as it was when the window was painted last: for what nobody sees yet, so that what is seen need not wait for it. */
export function usePainted<Value>(value: Value): Value {
  const [painted, setPainted] = useState<{ value: Value }>({ value });
  useEffect(() => {
    if (painted.value === value) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted({ value }));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, painted]);
  return painted.value;
}
