export { announceFailure } from "./announce-failure";
export { useApplicationEvents, useNewDay } from "./events";
export { abilityText, atFields, failureText, fieldError, problemText } from "./failure-text";
export { gapText } from "./gap-text";
export { PlatformProvider, usePlatform } from "./PlatformContext";
export { answerCache, useRead, useWrite, type ReadName, type WriteName } from "./queries";
export { useMay, useSession, useWorkspace } from "./session";
export { Answered } from "./Answered";
export { FailurePanel } from "./FailurePanel";
