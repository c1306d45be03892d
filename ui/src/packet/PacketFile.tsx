import { useWrite } from "../api";
import type { PacketView } from "../contract/generated";
import { Icon } from "../shared";
import classes from "./PacketFile.module.css";

/** The packet as a file that is dragged out of the window; without a mouse it is saved. */
export function PacketFile({ packet }: { packet: PacketView }) {
  const drag = useWrite("packet_drag");
  return (
    <div
      className={classes.file}
      draggable
      onDragStart={(event) => {
        // The window's host drags the file itself: the page would drag only words.
        event.preventDefault();
        drag.mutate({ packet: packet.id });
      }}
    >
      <Icon name="page" size={16} />
      <span>
        {`${packet.number}, version ${packet.version}`}
        <em>Drag it to a folder, or into a letter</em>
      </span>
    </div>
  );
}
