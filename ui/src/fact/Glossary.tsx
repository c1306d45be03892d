import { Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import classes from "./Glossary.module.css";
import { allTerms, matching, near } from "./glossary-search";

/** Every term of the field; the one beside which the keyboard stands comes first. */
export function Glossary({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Terms" size="36rem">
      {opened && <Terms />}
    </Modal>
  );
}

function Terms() {
  // What had the keyboard when the terms were asked for is known once: the dialog takes it over.
  const [beside] = useState(() => near(document.activeElement));
  const [wanted, setWanted] = useState("");
  const found = matching(allTerms, wanted, beside);
  return (
    <>
      <TextInput aria-label="Find a term" placeholder="Find a term" data-autofocus value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
      {found.length === 0 && <p className={classes.none}>No term has these words.</p>}
      <dl className={classes.terms} aria-live="polite">
        {found.map(({ term, text }) => (
          <div key={`${term}${text[0]}`} data-beside={term === beside || undefined}>
            <dt>{term}</dt>
            {text.map((paragraph) => (
              <dd key={paragraph}>{paragraph}</dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );
}
