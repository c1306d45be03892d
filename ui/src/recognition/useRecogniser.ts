import { useEffect, useRef } from "react";
import { useMay, usePlatform, useRead, useWrite } from "../api";
import type { Engine } from "./engine";
import { nextPage } from "./queue";

/**
 * Recognises the pages that want it, one after the other, as long as somebody is here who may add to what is read. Which
 * they are the application says, so that it goes on where it was after a restart.
 */
export function useRecogniser(start: () => Promise<Engine>) {
  const platform = usePlatform();
  const may = useMay("keep_documents");
  const { data } = useRead("recognition", {});
  // The screen says that a document was stopped because it could not be stored; a page that another window did is no news.
  const { mutateAsync: deliver } = useWrite("recognition_deliver", { handles: ({ code }) => code === "not_found" });
  const engine = useRef<Promise<Engine> | null>(null);
  const wanted = may && data ? nextPage(data) : null;
  const { document, page } = wanted ?? {};

  useEffect(() => {
    const end = () => {
      void engine.current?.then((running) => running.end(), () => undefined);
      engine.current = null;
    };
    if (document === undefined || page === undefined) {
      end();
      return undefined;
    }
    let current = true;
    let working = false;
    const work = async () => {
      let found = null;
      let size = { width: 1, height: 1 };
      try {
        const picture = await platform.call("recognition_picture", { document, page });
        if (!current) return;
        size = { width: picture.width, height: picture.height };
        engine.current ??= start();
        working = true;
        found = await (await engine.current).recognise(picture);
      } catch {
        // An engine that broke is started anew for the next page; this one is told as not recognised.
        if (current) end();
      }
      working = false;
      if (current) await deliver({ document, page, ...size, words: found }).catch(() => undefined);
    };
    void work();
    return () => {
      current = false;
      // Stopped in the middle of a page: the worker would go on with it for nothing.
      if (working) end();
    };
  }, [document, page, platform, deliver, start]);

  useEffect(() => () => void engine.current?.then((running) => running.end(), () => undefined), []);
}
