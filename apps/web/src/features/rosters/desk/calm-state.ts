import { startTransition, useEffect, useReducer, useRef } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useDesk } from './desk-context.js';
import type { DeskState } from './desk-state.js';

/** How often the parts beside the board follow a hand that keeps moving. */
const CALM_MILLIS = 150;

const stores = new WeakMap<StoreApi<DeskState>, StoreApi<DeskState>>();

/**
 * The desk's state for all that is not under the hand. It follows at once, but while one pending edit takes the place of
 * another only now and then; when the hand rests it is the same as the desk's own.
 */
export function calmStore(source: StoreApi<DeskState>): StoreApi<DeskState> {
  const known = stores.get(source);
  if (known) return known;
  const calm = createStore<DeskState>(() => source.getState());
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const follow = () => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    calm.setState(source.getState(), true);
  };
  source.subscribe((now, before) => {
    const isSame = now.pending === before.pending;
    const isMoving = !isSame && now.pending !== null && before.pending !== null;
    if (isMoving || (isSame && waiting !== null)) waiting ??= setTimeout(follow, CALM_MILLIS);
    else follow();
  });
  stores.set(source, calm);
  return calm;
}

/** A part of the calm state; it is written between frames, so that it never makes the board under the hand wait. */
export function useCalmState<Part>(select: (state: DeskState) => Part): Part {
  const calm = calmStore(useDesk().session.store);
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const part = select(calm.getState());
  const latest = useRef({ select, part });
  useEffect(() => {
    latest.current = { select, part };
  });
  useEffect(() => {
    const look = () => {
      const { select: now, part: written } = latest.current;
      if (!Object.is(now(calm.getState()), written)) startTransition(renderAgain);
    };
    look();
    return calm.subscribe(look);
  }, [calm]);
  return part;
}
