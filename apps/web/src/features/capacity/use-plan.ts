import type { CapacityPlan } from '@yotei/scheduling/capacity';
import { capacityFaults } from '@yotei/scheduling/capacity';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { capacityPlanQuery, planOf, useSavePlan, type SavedPlan } from './capacity.queries.js';
import { opened, stepped } from './plan-edits.js';

/** Long enough to collect a burst of edits into one version. */
const SAVE_AFTER_MILLIS = 1500;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'faulty' | 'conflict' | 'failed';

function stateAtRest(error: unknown, isChanged: boolean): SaveState {
  if (error) return 'failed';
  return isChanged ? 'waiting' : 'saved';
}

/** A plan being edited: undo and redo, saved by itself a moment after the last change, never over somebody else's. */
export function usePlan(saved: SavedPlan, mayEdit: boolean) {
  const [history, step] = useReducer(stepped, saved.plan, opened);
  const [stored, setStored] = useState(saved);
  const [theirs, setTheirs] = useState<SavedPlan>();
  const save = useSavePlan();
  const client = useQueryClient();
  const plan = history.now;
  const faults = useMemo(() => capacityFaults(plan), [plan]);
  const isChanged = plan !== stored.plan && JSON.stringify(plan) !== JSON.stringify(stored.plan);
  const send = async (): Promise<SavedPlan | null> => {
    if (!isChanged) return stored;
    const answer = await save.mutateAsync({ id: saved.id, version: stored.version, title: stored.title, plan });
    if (answer.__typename === 'CapacityPlanSaved') {
      const now = { ...planOf(answer.plan), plan };
      setStored(now);
      client.setQueryData(capacityPlanQuery(saved.id).queryKey, now);
      return now;
    }
    if (answer.__typename === 'CapacityPlanChangedMeanwhile') setTheirs(planOf(answer.plan));
    return null;
  };
  const ready = mayEdit && isChanged && faults.length === 0 && !theirs && !save.isPending;
  const latest = useRef({ send, ready });
  latest.current = { send, ready };
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => void latest.current.send().catch(() => undefined), SAVE_AFTER_MILLIS);
    return () => clearTimeout(timer);
  }, [plan, ready]);
  // Whoever leaves the page within the moment loses nothing.
  useEffect(() => () => void (latest.current.ready && latest.current.send().catch(() => undefined)), []);
  const settle = (plan: CapacityPlan) => {
    if (theirs) setStored(theirs);
    setTheirs(undefined);
    step({ kind: 'open', plan });
  };
  const takeTheirs = () => theirs && settle(theirs.plan);
  const keepMine = () => settle(plan);
  const state: SaveState = theirs
    ? 'conflict'
    : faults.length > 0
      ? 'faulty'
      : save.isPending
        ? 'saving'
        : stateAtRest(save.error, isChanged);
  return {
    ...{ plan, faults, state, stored, theirs, takeTheirs, keepMine, send },
    change: (next: CapacityPlan) => step({ kind: 'change', plan: next }),
    undo: () => step({ kind: 'undo' }),
    redo: () => step({ kind: 'redo' }),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}

export type EditedPlan = ReturnType<typeof usePlan>;
