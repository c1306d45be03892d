import { Button, Select, TextInput } from "@mantine/core";
import { FailurePanel, useWorkspace } from "../../api";
import type { ListView } from "../../contract/generated";
import { answerCounts, criteriaOf, outcomeCounts } from "../../lists/filter";
import { EntryDetail } from "../../lists/EntryDetail";
import { EntryEditor } from "../../lists/EntryEditor";
import { EntryList } from "../../lists/EntryList";
import { markId } from "../../page/marks";
import { absenceText, answered, listWords, outcomes } from "../../lists/words";
import { CitedPlaces } from "../../page/CitedPlaces";
import { PageChip } from "../../page/PageChip";
import type { Citing } from "../../page/useCiting";
import { FilterChip, Icon, KeyCaps, KeyHint, KeyHints, Loading, StateMark } from "../../shared";
import { entryPlaces } from "../../lists/marks";
import { RejectForm } from "./RejectForm";
import classes from "./ListPane.module.css";
import review from "./ReviewView.module.css";
import type { Place } from "./place";
import type { Entries } from "./useEntries";

interface ListPaneProps {
  name: string;
  entries: Entries;
  citing: Citing;
  place: Place;
  onPlace: (mark: string | null, page: number) => void;
}

/** One list of a document: its entries with filters, and the one in focus with what can be said of it. */
export function ListPane({ name, entries, citing, place, onPlace }: ListPaneProps) {
  const { list } = entries;
  if (entries.failure) return <FailurePanel failure={entries.failure} />;
  if (!list) return <Loading what={listWords(name).label} />;
  return (
    <>
      <div className={classes.list}>
        {list.entries.length > 0 && <Filters list={list} entries={entries} />}
        {list.absence && <AbsenceNote name={name} absence={list.absence} onPage={(page) => onPlace(null, page)} />}
        {list.entries.length > 0 && (
          <EntryList
            key={name}
            name={listWords(name).label}
            entries={entries.entries}
            focus={entries.entry?.entry ?? null}
            onFocus={entries.focusOn}
            onEnter={entries.confirm}
            shown={place.mark}
            onShow={(entry, mark) => {
              if (entry.entry !== entries.entry?.entry) entries.focusOn(entry.entry);
              const cited = entryPlaces(entry).find((_, index) => markId(entry.entry, index) === mark);
              if (cited) onPlace(mark, cited.page);
            }}
          />
        )}
        {list.entries.length > 0 && entries.entries.length === 0 && <p className={classes.none}>Nothing matches the filter.</p>}
      </div>
      <Dock name={name} list={list} entries={entries} citing={citing} mark={place.mark} />
    </>
  );
}

function Filters({ list, entries }: { list: ListView; entries: Entries }) {
  const { filter, setFilter } = entries;
  const counts = outcomeCounts(list.entries);
  const answers = answerCounts(list.entries);
  const criteria = criteriaOf(list.entries);
  const open = list.entries.filter((one) => one.standing.standing === "open").length;
  const differing = list.entries.filter((one) => one.differs).length;
  const openShown = entries.entries.filter((one) => one.standing.standing === "open").length;
  return (
    <div className={classes.filters}>
      <div className={classes.line}>
        <TextInput className={classes.search} size="xs" aria-label="Find in this list" placeholder="Find in this list" value={filter.text} onChange={(event) => setFilter({ text: event.currentTarget.value })} />
        {criteria.length > 1 && (
          <Select
            className={classes.criterion}
            size="xs"
            aria-label="Criterion"
            placeholder="Any criterion"
            clearable
            searchable
            value={filter.criterion}
            onChange={(criterion) => setFilter({ criterion })}
            data={criteria.map(([criterion, number]) => ({ value: criterion, label: `${criterion} · ${number}` }))}
          />
        )}
        {openShown > 0 && (
          <Button size="xs" disabled={!entries.mayJudge || entries.busy} onClick={entries.confirmShown}>
            {`Confirm ${openShown === open ? "all" : "these"} ${openShown}`}
          </Button>
        )}
      </div>
      <div className={classes.line} role="group" aria-label="Filters">
        {counts.map(([outcome, number]) => (
          <FilterChip key={outcome} on={filter.outcome === outcome} count={number} onToggle={() => setFilter({ outcome: filter.outcome === outcome ? null : outcome })}>
            <span className={classes.outcome}>
              <StateMark state={outcomes[outcome].state} size="sm" label="" />
              {outcomes[outcome].label}
            </span>
          </FilterChip>
        ))}
        {answers.map(([kind, number]) => (
          <FilterChip key={kind} on={filter.answered === kind} count={number} onToggle={() => setFilter({ answered: filter.answered === kind ? null : kind })}>
            <span className={classes.outcome}>
              <StateMark state={answered[kind].state} size="sm" label="" />
              {answered[kind].label}
            </span>
          </FilterChip>
        ))}
        {open > 0 && open < list.entries.length && (
          <FilterChip on={filter.only === "open"} count={open} onToggle={() => setFilter({ only: filter.only === "open" ? null : "open" })}>
            To check
          </FilterChip>
        )}
        {differing > 0 && (
          <FilterChip on={filter.only === "differs"} count={differing} onToggle={() => setFilter({ only: filter.only === "differs" ? null : "differs" })}>
            Read otherwise now
          </FilterChip>
        )}
      </div>
    </div>
  );
}

function AbsenceNote({ name, absence, onPage }: { name: string; absence: NonNullable<ListView["absence"]>; onPage: (page: number) => void }) {
  const state = absence.absence === "not_found" ? "warn" : absence.absence === "not_expected" ? "unknown" : "pass";
  return (
    <div className={classes.absence} data-state={state}>
      <StateMark state={state} label="" />
      <div>
        <p>{absenceText(name, absence)}</p>
        <p className={classes.about}>{listWords(name).about}</p>
        {absence.absence === "stated" && absence.citations.map((citation) => <PageChip key={citation.page} citation={citation} about={`No ${listWords(name).many}`} onShow={() => onPage(citation.page)} />)}
        {absence.absence === "not_found" && absence.pages.map((page) => <PageChip key={page} citation={{ page, label: null, quote: "" }} about="Where to look" onShow={() => onPage(page)} />)}
      </div>
    </div>
  );
}

function Dock({ name, list, entries, citing, mark }: { name: string; list: ListView; entries: Entries; citing: Citing; mark: string | null }) {
  const { today } = useWorkspace();
  const { entry, mode, mayJudge, busy } = entries;
  const editing = mode === "correct" || mode === "add";
  return (
    <>
      {(entry ?? editing) && (
        <div className={classes.dock}>
          {mode === "look" && entry && <EntryDetail list={name} entry={entry} today={today} shown={mark} onShow={entries.showPlace} mayJudge={mayJudge && !busy} onKeep={entries.keep} onTake={entries.take} />}
          {mode === "reject" && entry && <RejectForm what={entry.fields.id ?? listWords(name).one} value={entry.fields.text} error={entries.error} busy={busy} onReject={entries.reject} onCancel={entries.look} />}
          {editing && (
            <EntryEditor
              key={mode === "add" ? "add" : entry?.entry}
              list={name}
              has={list.fields}
              entry={mode === "correct" ? (entry ?? null) : null}
              words={citing.words}
              placed={mode === "correct" || citing.places.length > 0}
              error={entries.error}
              busy={busy}
              onSave={mode === "add" ? entries.add : entries.correct}
              onCancel={entries.look}
            >
              <CitedPlaces citing={citing} />
            </EntryEditor>
          )}
        </div>
      )}
      {mode === "look" && (
        <div className={review.actions}>
          {entry && <Judging entries={entries} />}
          <Button variant="subtle" className={review.later} disabled={!mayJudge || busy} onClick={() => entries.begin("add")} leftSection={<Icon name="plus" />} rightSection={<KeyCaps keys="a" />}>
            {`Add ${listWords(name).one}`}
          </Button>
        </div>
      )}
      <footer className={review.keys}>
        <KeyHints>
          <KeyHint keys={["j", "k"]}>entry</KeyHint>
          <KeyHint keys="enter">confirm</KeyHint>
          <KeyHint keys="e">correct</KeyHint>
          <KeyHint keys={["[", "]"]}>citation</KeyHint>
          <KeyHint keys="a">add</KeyHint>
          <KeyHint keys="?">all keys</KeyHint>
        </KeyHints>
      </footer>
    </>
  );
}

function Judging({ entries }: { entries: Entries }) {
  const { entry, mayJudge, busy } = entries;
  if (!entry) return null;
  const open = entry.standing.standing === "open";
  return (
    <>
      {open ? (
        <Button variant="filled" disabled={!mayJudge} loading={busy} onClick={entries.confirm} rightSection={<KeyCaps keys="enter" />}>
          Confirm
        </Button>
      ) : (
        <Button disabled={!mayJudge || busy} onClick={entries.withdraw} leftSection={<Icon name="undo" />} rightSection={<KeyCaps keys="u" />}>
          {entry.standing.standing === "added" ? "Take away" : "Undo"}
        </Button>
      )}
      <Button disabled={!mayJudge || busy} onClick={() => entries.begin("correct")} rightSection={<KeyCaps keys="e" />}>
        Correct
      </Button>
      {entry.standing.standing !== "rejected" && entry.standing.standing !== "added" && (
        <Button variant="subtle" disabled={!mayJudge || busy} onClick={() => entries.begin("reject")}>
          Reject …
        </Button>
      )}
    </>
  );
}
