import type { ScenarioBase, ScenarioChange } from '@yotei/scheduling/scenarios';
import { changesInWords } from '@yotei/scheduling/scenarios';
import { useCallback, useEffect, useRef, useState } from 'react';
import { currentLanguage } from '../../app/i18n/language.js';
import { redo, startHistory, step, undo, type EditHistory } from './changes/edit-history.js';
import { sameChanges } from './changes/same-changes.js';
import type { Range, Saved, useScenarioWrites } from './scenarios.queries.js';
import { BASE_ID } from './tree/base-id.js';
import { freeName, type ScenarioItem } from './tree/scenario-tree.model.js';

type Changes = readonly ScenarioChange[];
type Histories = Readonly<Record<string, EditHistory<Changes>>>;

/** A hand that stops for so long has finished; then it is saved. */
const PAUSE_MILLIS = 600;
const LONGEST_NAME = 120;
const NONE: Changes = [];

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'read-only' | 'conflict' | 'gone';

export interface DeskInput {
  readonly base: ScenarioBase;
  readonly range: Range;
  readonly items: readonly ScenarioItem[];
  /** `base` or a scenario's id. */
  readonly selected: string;
  readonly mayEdit: boolean;
  readonly writes: ReturnType<typeof useScenarioWrites>;
  /** A change of the base has become a scenario of its own. */
  readonly onCreated: (id: string) => void;
}

function nameOf(changes: Changes, { base, items }: Pick<DeskInput, 'base' | 'items'>): string {
  const words = changesInWords(changes, base, currentLanguage()).join(', ');
  return freeName(words.slice(0, LONGEST_NAME - 6), items);
}

/** Saves what stands on the desk after a pause; a change of the base becomes a new scenario. */
function useAutosave(input: DeskInput, history: EditHistory<Changes>, setHistories: SetHistories) {
  const { items, selected, mayEdit, writes, range, onCreated } = input;
  const [problem, setProblem] = useState<'conflict' | 'gone' | 'failed' | null>(null);
  const busy = useRef(false);
  const [turn, setTurn] = useState(0);
  const item = items.find(({ id }) => id === selected);
  const isChanged = item ? !sameChanges(history.now, item.changes) : history.now.length > 0;
  const settle = useCallback((saved: Saved) => {
    if (saved.__typename === 'ScenarioChangedMeanwhile') setProblem('conflict');
    else if (saved.__typename === 'NotFound') setProblem('gone');
    else setProblem(saved.__typename === 'ScenarioSaved' ? null : 'failed');
  }, []);
  useEffect(() => setProblem(null), [selected, history.now]);
  /** What the pause holds back; saved at once when one goes to another scenario. */
  const held = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    held.current = undefined;
    if (!mayEdit || !isChanged || problem !== null || busy.current) return undefined;
    const save = async () => {
      held.current = undefined;
      busy.current = true;
      try {
        if (item) settle(await writes.save.mutateAsync({ id: item.id, version: item.version, changes: history.now }));
        else {
          const made = await writes.create.mutateAsync({
            ...range,
            name: nameOf(history.now, input),
            changes: history.now,
          });
          settle(made);
          if (made.__typename === 'ScenarioSaved') {
            const { id } = made.scenario;
            setHistories(({ [BASE_ID]: draft, ...rest }) => (draft ? { ...rest, [id]: draft } : rest));
            onCreated(id);
          }
        }
      } catch {
        setProblem('failed');
      } finally {
        busy.current = false;
        // What was changed while it was being saved waits for the next turn.
        setTurn((count) => count + 1);
      }
    };
    const timer = setTimeout(() => void save(), PAUSE_MILLIS);
    if (item) held.current = () => void save();
    return () => clearTimeout(timer);
    // Saved by what stands there, not by who asks.
  }, [mayEdit, isChanged, problem, history.now, item?.version, selected, turn]);
  useEffect(() => () => held.current?.(), [selected]);
  const state: SaveState = !mayEdit
    ? 'read-only'
    : problem === 'conflict' || problem === 'gone'
      ? problem
      : writes.save.isPending || writes.create.isPending
        ? 'saving'
        : isChanged
          ? 'unsaved'
          : 'saved';
  return { state, retry: () => setProblem(null) };
}

type SetHistories = (change: (histories: Histories) => Histories) => void;

/** The changes being worked on: while a hand moves, in steps that can be taken back, and saved by themselves. */
export function useDesk(input: DeskInput) {
  const { items, selected } = input;
  const [histories, setHistories] = useState<Histories>({});
  const [moving, setMoving] = useState<Changes>();
  const item = items.find(({ id }) => id === selected);
  const saved = item?.changes ?? NONE;
  const fresh = useRef<EditHistory<Changes>>(startHistory(saved));
  if (!sameChanges(fresh.current.now, saved)) fresh.current = startHistory(saved);
  const history = histories[selected] ?? fresh.current;
  const put = (next: EditHistory<Changes>) => {
    setMoving(undefined);
    setHistories((all) => ({ ...all, [selected]: next }));
  };
  const autosave = useAutosave(input, history, setHistories);
  const forget = () => setHistories(({ [selected]: _, ...rest }) => rest);
  useEffect(() => setMoving(undefined), [selected]);
  return {
    changes: moving ?? history.now,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    move: (changes: Changes) => setMoving(changes),
    done: (changes: Changes) =>
      sameChanges(changes, history.now) ? setMoving(undefined) : put(step(history, changes)),
    undo: () => put(undo(history)),
    redo: () => put(redo(history)),
    state: autosave.state,
    // The list holds theirs by now, with its version: saving again replaces it.
    keepMine: autosave.retry,
    takeTheirs: () => {
      forget();
      autosave.retry();
    },
  };
}

export type Desk = ReturnType<typeof useDesk>;
