/** Between two tasks others have their turn. */
const PAUSE_MS = 50;

/** Does what would take longer than a frame before somebody asks for it, one task after the other with pauses. Returns how to stop. */
export function ahead(tasks: readonly (() => void)[]): () => void {
  const left = [...tasks];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    const task = left.shift();
    if (!task) return;
    timer = setTimeout(() => {
      task();
      next();
    }, PAUSE_MS);
  };
  next();
  return () => clearTimeout(timer);
}
