import { useElementSize } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { usePlatform } from "../api";
import type { PacketView } from "../contract/generated";
import { pictureWidth } from "../page/geometry";
import classes from "./PacketPages.module.css";
import { paperShape } from "./paper";

interface PacketPagesProps {
  packet: PacketView;
  /** 1 fits the width up to the size of the paper on screen. */
  zoom: number;
  /** Scrolls there when it changes. */
  page: number;
  /** Told which page is read. */
  onPage: (page: number) => void;
}

const gap = 16;
/** The width at which a printed page reads as on paper. */
const naturalWidth = 760;

/** The pages of a packet as they are printed, one under the other; only those in view are drawn. */
export function PacketPages({ packet, zoom, page, onPage }: PacketPagesProps) {
  const { ref: measure, width: room } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const width = Math.max(200, Math.floor(Math.min(room, naturalWidth) * zoom));
  const height = Math.round(width * paperShape[packet.paper]);
  const virtual = useVirtualizer({ count: packet.pages, getScrollElement: () => scroller.current, estimateSize: () => height + gap, overscan: 1, paddingStart: gap, initialRect: { width: 0, height: 900 } });
  useEffect(() => {
    virtual.measure();
  }, [virtual, height]);

  const reading = useRef(page);
  useEffect(() => {
    if (page !== reading.current) virtual.scrollToIndex(page - 1, { align: "start" });
    reading.current = page;
  }, [page, virtual]);
  const note = (): void => {
    const element = scroller.current;
    if (!element) return;
    const now = Math.min(packet.pages, Math.max(1, Math.round((element.scrollTop + element.clientHeight / 3) / (height + gap) + 0.5)));
    if (now === reading.current) return;
    reading.current = now;
    onPage(now);
  };

  return (
    // Keyboards scroll it, as it holds nothing else that takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className={classes.scroll} onScroll={note} tabIndex={0} aria-label="Pages of the packet" role="document">
      <div ref={measure} className={classes.measure} style={{ height: virtual.getTotalSize() + gap, minWidth: width }}>
        {room > 0 &&
          virtual.getVirtualItems().map((item) => (
            <Sheet key={item.key} packet={packet} page={item.index + 1} width={width} height={height} top={item.start} />
          ))}
      </div>
    </div>
  );
}

interface SheetProps {
  packet: PacketView;
  page: number;
  width: number;
  height: number;
  top: number;
}

function Sheet({ packet, page, width, height, top }: SheetProps) {
  const platform = usePlatform();
  const [failed, setFailed] = useState(false);
  return (
    <div className={classes.sheet} style={{ width, height, transform: `translate(-50%, ${top}px)` }}>
      {failed ? (
        <p>{`Page ${page} could not be drawn. It is in the file all the same: save or open the packet to see it.`}</p>
      ) : (
        <img src={platform.pagePicture("packet", packet.id, page, pictureWidth(width, window.devicePixelRatio))} alt={`Page ${page} of packet ${packet.number}`} draggable={false} decoding="sync" onError={() => setFailed(true)} />
      )}
    </div>
  );
}
