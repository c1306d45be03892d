import { startEngine } from "./engine";
import { useRecogniser } from "./useRecogniser";

/** Recognises pages that are pictures in the background. Shows nothing itself: documents say how far it is. */
export function Recogniser() {
  useRecogniser(startEngine);
  return null;
}
