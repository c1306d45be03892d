import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type State, StateMark } from "../state/StateMark";
import classes from "./notice.module.css";

interface Notice {
  state: State;
  title: string;
  text?: string | null;
  /** How to take it back; offers "Undo". */
  undo?: () => void;
}

/** Tells something in the corner: what was done, or why it was not. What needs reading stays until it is closed. */
export function showNotice({ state, title, text, undo }: Notice) {
  const id = notifications.show({
    icon: <StateMark state={state} label="" size="md" />,
    title,
    message: undo ? (
      <div className={classes.row}>
        {text && <span>{text}</span>}
        <Button
          size="xs"
          variant="transparent"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </div>
    ) : (
      (text ?? null)
    ),
    autoClose: state === "pass" ? (undo ? 10_000 : 4000) : state === "fail" ? false : 12_000,
    withBorder: false,
    closeButtonProps: { "aria-label": "Close" },
  });
}

/** Says what was done, with a way back in place of "Are you sure?". */
export function showDone(title: string, undo?: () => void) {
  showNotice({ state: "pass", title, ...(undo ? { undo } : {}) });
}
