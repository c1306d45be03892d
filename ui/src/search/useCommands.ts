import { useMantineColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useWrite } from "../api";
import type { Command } from "./results";

interface Given {
  onAdd: (() => void) | null;
  onKeys: () => void;
}

/** What can be done from everywhere. */
export function useCommands({ onAdd, onKeys }: Given): Command[] {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const close = useWrite("workspace_close");
  return [
    ...(onAdd ? [{ id: "add", label: "Add documents", icon: "upload", keys: "mod+o", also: "file pdf report drop import", run: onAdd } satisfies Command] : []),
    { id: "today", label: "Go to today", icon: "contents", keys: "g t", also: "due attention overdue home", run: () => void navigate({ to: "/" }) },
    { id: "calendar", label: "Go to the calendar", icon: "calendar", keys: "g c", also: "dates month ics", run: () => void navigate({ to: "/calendar" }) },
    { id: "insights", label: "Go to insights", icon: "insights", keys: "g n", also: "figures metrics trend charts portfolio", run: () => void navigate({ to: "/insights" }) },
    { id: "inbox", label: "Go to the inbox", icon: "inbox", keys: "g i", also: "documents", run: () => void navigate({ to: "/inbox" }) },
    { id: "vendors", label: "Go to vendors", icon: "vendors", keys: "g v", also: "register suppliers", run: () => void navigate({ to: "/vendors" }) },
    { id: "exceptions", label: "Go to exceptions", icon: "diamond", keys: "g e", also: "findings deviations severity acceptance", run: () => void navigate({ to: "/exceptions" }) },
    { id: "cuecs", label: "Go to CUECs", icon: "check", keys: "g u", also: "complementary user entity controls our own controls memo", run: () => void navigate({ to: "/cuecs" }) },
    { id: "fourth-parties", label: "Go to fourth parties", icon: "people", keys: "g f", also: "subservice organizations concentration carve-out csoc", run: () => void navigate({ to: "/fourth-parties" }) },
    { id: "packets", label: "Go to packets", icon: "packet", keys: "g p", also: "print sign", run: () => void navigate({ to: "/packets" }) },
    { id: "history", label: "Go to history", icon: "history", keys: "g h", also: "audit log chain verify", run: () => void navigate({ to: "/history" }) },
    { id: "settings", label: "Go to settings", icon: "settings", keys: "g s", also: "people roles organisation passphrase protection about", run: () => void navigate({ to: "/settings" }) },
    { id: "light", label: "Appearance: light", icon: "sun", also: "theme bright", run: () => setColorScheme("light") },
    { id: "dark", label: "Appearance: dark", icon: "sun", also: "theme night", run: () => setColorScheme("dark") },
    { id: "auto", label: "Appearance: as the system", icon: "sun", also: "theme auto", run: () => setColorScheme("auto") },
    { id: "keys", label: "Show keys", icon: "keyboard", keys: "?", also: "shortcuts help", run: onKeys },
    { id: "close", label: "Close this workspace", icon: "folder", also: "open another", run: () => close.mutate({}) },
  ];
}
