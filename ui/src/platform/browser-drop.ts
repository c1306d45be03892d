/** Watches files being dragged over the browser window; tells how many hang over it (0: gone or dropped) and hands each dropped file on. */
export function watchDrop(onDrag: (files: number) => void, onFile: (file: File) => void): () => void {
  const stop = new AbortController();
  // Entering a child fires before leaving its parent, so the two are counted.
  let depth = 0;
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const listen = (name: "dragenter" | "dragover" | "dragleave" | "drop", act: (event: DragEvent) => void) =>
    window.addEventListener(
      name,
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        act(event);
      },
      { signal: stop.signal },
    );

  listen("dragenter", (event) => {
    depth += 1;
    if (depth === 1) onDrag(Math.max(1, event.dataTransfer?.items.length ?? 1));
  });
  listen("dragover", () => undefined);
  listen("dragleave", () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) onDrag(0);
  });
  listen("drop", (event) => {
    depth = 0;
    onDrag(0);
    for (const file of event.dataTransfer?.files ?? []) onFile(file);
  });
  return () => stop.abort();
}
