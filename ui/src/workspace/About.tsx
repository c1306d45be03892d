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
];

/** The version, what leaves this computer, and whose work is inside. */
export function About() {
  const { version } = useSession();
  return (
    <>
      <Definitions label="14rem" items={[["Version", version], ["Leaves this computer", "Nothing. The program makes no network connection of its own."]]} />
      <h3 className={classes.title}>Fonts and licences</h3>
      <Definitions label="20rem" items={parts} />
    </>
  );
}
