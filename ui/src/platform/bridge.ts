// The same application behind HTTP, for development and for tests in a browser.
import type { Event } from "../contract/generated";
import { asFailure, type Platform } from "./platform";
import { watchDrop } from "./browser-drop";

export function bridgePlatform(base = "/bridge"): Platform {
  return {
    async call(name, input) {
      let response: Response;
      try {
        response = await fetch(`${base}/call/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(input) });
      } catch (error) {
        throw asFailure(error);
      }
      const body: unknown = await response.json().catch(() => ({ code: "bad_request", message: `the bridge answered ${response.status}` }));
      if (!response.ok) throw asFailure(body);
      return body as never;
    },
    onEvent(listener) {
      const source = new EventSource(`${base}/events`);
      source.addEventListener("message", (message) => listener(JSON.parse(String(message.data)) as Event));
      const stopDrop = watchDrop(
        (files) => listener({ event: "drag", files }),
        (file) => void fetch(`${base}/drop?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file }),
      );
      return () => {
        source.close();
        stopDrop();
      };
    },
    pagePicture(kind, id, page, widthPx) {
      return `${base}/picture/${kind}/${id}/${page}?width=${Math.round(widthPx)}`;
    },
  };
}
