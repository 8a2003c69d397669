import { useRef, useState, type FocusEvent } from 'react';
import type { LiveLine } from './live-order.js';

const idOf = (line: LiveLine): string => (line.kind === 'agent' ? line.agent.id : `group ${line.id}`);

/** Lines in the held order, as far as they are still there; agents that came since stand at the end. */
export function heldOrder(held: readonly string[], wanted: readonly LiveLine[]): readonly LiveLine[] {
  const byId = new Map(wanted.map((line) => [idOf(line), line]));
  const known = held.flatMap((id) => byId.get(id) ?? []);
  const isKnown = new Set(held);
  return [...known, ...wanted.filter((line) => !isKnown.has(idOf(line)))];
}

/** How many lines stand elsewhere than they would if sorted now. */
export function movedCount(shown: readonly LiveLine[], wanted: readonly LiveLine[]): number {
  return wanted.filter((line, index) => idOf(line) !== idOf(shown[index]!)).length;
}

/**
 * The order stands still while the pointer or the focus is in the list; what would have moved is counted. `sortNow` and
 * leaving the list sort again.
 */
export function useHeldLines(wanted: readonly LiveLine[]) {
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const held = useRef<readonly string[]>([]);
  const isHeld = (isPointed || isFocused) && held.current.length > 0;
  const lines = isHeld ? heldOrder(held.current, wanted) : wanted;
  if (!isHeld) held.current = wanted.map(idOf);
  const [, draw] = useState(0);
  return {
    lines,
    changes: isHeld ? movedCount(lines, wanted) : 0,
    sortNow: () => {
      held.current = wanted.map(idOf);
      draw((count) => count + 1);
    },
    handlers: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      },
    },
  };
}
