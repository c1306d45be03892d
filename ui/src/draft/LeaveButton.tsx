import { Button } from "@mantine/core";
import classes from "./LeaveButton.module.css";

interface LeaveButtonProps {
  /** Whether something typed is kept. */
  kept: boolean;
  onDrop: () => void;
  onClose: () => void;
}

/** Says that what is typed is kept, and drops it; where nothing is typed it only closes the dialog. */
export function LeaveButton({ kept, onDrop, onClose }: LeaveButtonProps) {
  return (
    <>
      <span className={classes.kept}>{kept ? "What is typed is kept until you record it." : ""}</span>
      <Button
        variant="subtle"
        onClick={() => {
          if (kept) onDrop();
          onClose();
        }}
      >
        {kept ? "Discard" : "Cancel"}
      </Button>
    </>
  );
}
