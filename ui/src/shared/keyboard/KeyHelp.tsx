import { Modal } from "@mantine/core";
import { KeyCaps } from "./KeyCaps";
import classes from "./keyboard.module.css";
import type { KeyBinding } from "./registry";
import { useKeyRegistry } from "./useKeys";

/** What can be done, each with all its keys. */
function byDeed(bindings: readonly KeyBinding[]): [does: string, keys: string[]][] {
  const deeds = new Map<string, string[]>();
  for (const { does, keys } of bindings) deeds.set(does, [...(deeds.get(does) ?? []), keys]);
  return [...deeds];
}

/** Lists the keys that hold on the screen behind it. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const registry = useKeyRegistry();
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="30rem">
      {opened &&
        registry.list().toReversed().map(({ where, bindings }) => (
          <section key={where} className={classes.group}>
            <h3>{where}</h3>
            <ul>
              {byDeed(bindings).map(([does, all]) => (
                <li key={does} className={classes.row}>
                  <span>{does}</span>
                  <span className={classes.ways}>{all.map((keys) => <KeyCaps key={keys} keys={keys} />)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Modal>
  );
}
