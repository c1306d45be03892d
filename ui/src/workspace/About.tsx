import { useState } from "react";
import { licenceTexts } from "../recognition/licence-texts";
import { Definitions } from "../shared";
import { useSession } from "../api";
import classes from "./About.module.css";

/** What the program is made of and under which licences, as far as a person sees or touches it. */
const parts: [name: string, licence: string][] = [
  ["Inter, the typeface on screen", "SIL Open Font License 1.1"],
  ["Noto Sans, the typeface on packets", "SIL Open Font License 1.1"],
  ["Tauri, the window", "MIT or Apache 2.0"],
  ["React, Mantine, TanStack, the interface", "MIT"],
  ["SQLite, SQLCipher and OpenSSL, the file", "public domain, BSD 3-Clause, Apache 2.0"],
  ["hayro, reading and drawing report pages", "MIT or Apache 2.0"],
  ["printpdf, lopdf and harfrust, printing packets", "MIT"],
  ["Tesseract and tesseract.js, text on pictures", "Apache 2.0"],
  ["English data of Tesseract", "Apache 2.0, its package MIT"],
  ["Leptonica, inside Tesseract", "BSD 2-Clause"],
  ["zlib, libpng, libjpeg, libtiff, libwebp, inside Tesseract", "zlib, libpng, IJG, libtiff, BSD 3-Clause"],
];

/** The texts that are to be handed on with the engine; they are large, and loaded when somebody opens them. */
function LicenceTexts() {
  const [texts, setTexts] = useState<string | null>(null);
  const load = (): void => {
    if (texts === null) void licenceTexts().then(setTexts, () => setTexts("The texts could not be loaded."));
  };
  return (
    <details className={classes.texts} onToggle={load}>
      <summary>Licence texts of what reads text on pictures</summary>
      {/* Keyboards scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label="Licence texts">{texts ?? "Loading …"}</pre>
    </details>
  );
}

/** The version, what leaves this computer, and whose work is inside. */
export function About() {
  const { version } = useSession();
  return (
    <>
      <Definitions label="14rem" items={[["Version", version], ["Leaves this computer", "Nothing. The program makes no network connection of its own."]]} />
      <h3 className={classes.title}>Fonts and licences</h3>
      <Definitions label="20rem" items={parts} />
      <LicenceTexts />
    </>
  );
}
