import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { answerCache } from "./api";
import { App } from "./App";
import { hostPlatform } from "./platform";
import { appRouter } from "./router";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <App platform={hostPlatform()} answers={answerCache()} router={appRouter()} />
  </StrictMode>,
);
