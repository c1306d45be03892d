import { Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { FailurePanel, useRead } from "../api";
import type { SearchHit } from "../contract/generated";
import { count, Icon, KeyHint, KeyHints } from "../shared";
import { HitPreview } from "./HitPreview";
import { ResultRow } from "./ResultRow";
import { grouped, type Result } from "./results";
import classes from "./search.module.css";
import { useCommands } from "./useCommands";

/** Fewer characters find half the workspace. */
const LEAST = 2;

interface Props {
  opened: boolean;
  onClose: () => void;
  onAdd: (() => void) | null;
  onKeys: () => void;
}

/** Finds vendors, documents, text inside documents and commands from everywhere. */
export function SearchPalette({ opened, ...rest }: Props) {
  return (
    <Modal.Root opened={opened} onClose={rest.onClose} size="62rem" yOffset="min(5.5rem, 8vh)" centered={false} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content className={classes.palette} aria-label="Find anything">
        <Palette {...rest} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Palette({ onClose, onAdd, onKeys }: Omit<Props, "opened">) {
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 120);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const ids = useId();
  const navigate = useNavigate();
  const commands = useCommands({ onAdd, onKeys });
  const enough = asked.length >= LEAST;
  const search = useRead("search", { text: asked }, { enabled: enough, keepPrevious: true });
  const hits = enough && text.trim() !== "" ? (search.data ?? []) : [];
  const groups = grouped(hits, commands, text);
  const results = groups.flatMap((group) => group.results);
  const current = results[Math.min(at, results.length - 1)];

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [current?.id]);

  const open = (hit: SearchHit) => {
    switch (hit.hit) {
      case "vendor":
        return void navigate({ to: "/vendors/$vendor", params: { vendor: hit.vendor } });
      case "document":
        return void navigate({ to: "/documents/$document", params: { document: hit.document } });
      case "page":
        return void navigate({ to: "/documents/$document", params: { document: hit.document }, search: { page: hit.page } });
    }
  };
  const choose = (result: Result) => {
    onClose();
    if (result.kind === "hit") open(result.hit);
    else result.command.run();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && results.length > 0) setAt((Math.min(at, results.length - 1) + step + results.length) % results.length);
    else if (event.key === "Enter" && current && !event.nativeEvent.isComposing) choose(current);
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.inner}>
      <div className={classes.field}>
        <Icon name="search" size={18} />
        <input
          autoFocus data-autofocus role="combobox" aria-expanded="true" aria-controls={`${ids}-list`} aria-activedescendant={current && `${ids}-${current.id}`} aria-label="Find anything"
          placeholder="A vendor, a document, words inside a report, a command" autoComplete="off" spellCheck={false} value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={classes.body}>
        <div className={classes.results} id={`${ids}-list`} role="listbox" aria-label="Found" ref={list}>
          {search.error && enough && <FailurePanel failure={search.error} onRetry={() => void search.refetch()} />}
          {groups.map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <p className={classes.group} aria-hidden="true">{group.title}<span>{group.results.length}</span></p>
              {group.results.map((result) => (
                <ResultRow
                  key={result.id} id={`${ids}-${result.id}`} result={result} current={result === current}
                  onPoint={() => setAt(results.indexOf(result))} onChoose={() => choose(result)}
                />
              ))}
            </div>
          ))}
          {results.length === 0 && !search.isFetching && <p className={classes.nothing}>Nothing found for: {text.trim()}</p>}
        </div>
        <HitPreview hit={current?.kind === "hit" ? current.hit : null} typed={asked} />
      </div>
      <div className={classes.foot}>
        <KeyHints>
          <KeyHint keys={["up", "down"]}>choose</KeyHint>
          <KeyHint keys="enter">open</KeyHint>
          <KeyHint keys="esc">close</KeyHint>
        </KeyHints>
        <span role="status">{hits.length > 0 ? `${count(hits.length, "hit")}, all on this computer` : "Searched on this computer only"}</span>
      </div>
    </div>
  );
}
