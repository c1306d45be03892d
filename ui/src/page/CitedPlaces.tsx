import { SegmentedControl } from "@mantine/core";
import { IconButton } from "../shared/icon/IconButton";
import classes from "./CitedPlaces.module.css";
import type { Citing } from "./useCiting";

/** Where a person saw what they enter: marked on the page with the mouse, listed here. */
export function CitedPlaces({ citing }: { citing: Citing }) {
  return (
    <div className={classes.cited} role="group" aria-label="Where it stands">
      <span className={classes.how}>
        <span>{citing.places.length === 0 ? "Where it stands: mark it on the page." : "Where it stands:"}</span>
        <SegmentedControl
          size="xs"
          aria-label="How to mark"
          value={citing.tool}
          onChange={(tool) => citing.setTool(tool === "area" ? "area" : "words")}
          data={[
            { value: "words", label: "Select words" },
            { value: "area", label: "Draw a rectangle" },
          ]}
        />
      </span>
      {citing.places.map(({ cited }, index) => (
        <blockquote key={`${cited.page}:${cited.quote}`}>
          <b>p. {cited.page}</b> <span>{cited.quote}</span>
          <IconButton size="xs" icon="close" name="Take this place off" onClick={() => citing.remove(index)} />
        </blockquote>
      ))}
    </div>
  );
}
