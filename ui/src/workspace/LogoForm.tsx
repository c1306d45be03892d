import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useMay, useRead, useWrite } from "../api";
import type { LogoView } from "../contract/generated";
import { showDone } from "../shared";
import classes from "./LogoForm.module.css";

/** Chooses the company's logo, or takes it away. */
export function LogoForm() {
  const logo = useRead("logo", {}).data;
  const mayKeep = useMay("keep_workspace");
  const choose = useWrite("logo_choose");
  const remove = useWrite("logo_remove");
  return (
    <div className={classes.logo}>
      <div className={classes.paper}>{logo ? <Picture logo={logo} /> : <span>No logo</span>}</div>
      <div>
        <p className={classes.about}>A PNG, up to 4 MB. It stands on page 1 of packets, at most 40 × 10 mm. Decisions from now on carry it; those that are recorded keep theirs.</p>
        <div className={classes.buttons}>
          <Button
            disabled={!mayKeep}
            loading={choose.isPending}
            onClick={() =>
              void choose
                .mutateAsync({})
                .then((chosen) => chosen && showDone("Logo chosen"))
                .catch(() => {})
            }
          >
            {logo ? "Choose another …" : "Choose a picture …"}
          </Button>
          {logo && (
            <Button variant="subtle" disabled={!mayKeep} loading={remove.isPending} onClick={() => void remove.mutateAsync({}).then(() => showDone("Logo removed")).catch(() => {})}>
              Remove
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

/** Its pixels as they are printed; a picture of the web would need an address that the window may not open. */
function Picture({ logo }: { logo: LogoView }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const rgb = atob(logo.rgb);
    const image = context.createImageData(logo.width, logo.height);
    for (let pixel = 0; pixel < logo.width * logo.height; pixel += 1) {
      for (let part = 0; part < 3; part += 1) image.data[pixel * 4 + part] = rgb.charCodeAt(pixel * 3 + part);
      image.data[pixel * 4 + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [logo]);
  return <canvas ref={canvas} width={logo.width} height={logo.height} role="img" aria-label="The logo as it is printed" />;
}
