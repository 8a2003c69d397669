import { useRef, useState, type KeyboardEvent } from 'react';

/** Keys that act on the row that has the focus; letters as written on them. */
export type ListKey = 'a' | 'k' | 'u' | ' ';
const ACTS: readonly string[] = ['a', 'k', 'u', ' '];

/** Whether a key is meant for a field or button inside a row and not for the list. */
const isForRow = (event: KeyboardEvent): boolean => (event.target as HTMLElement).dataset['row'] !== undefined;

/**
 * One tab stop for a list: arrows, Home and End walk its rows, letters act on the row with the focus. Keys typed in a field or
 * with a modifier, or while a Japanese word is being composed, are left alone.
 */
export function useListKeys(count: number, act: (key: ListKey, index: number) => void) {
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const at = Math.min(current, Math.max(0, count - 1));
  const moveTo = (index: number) => {
    const next = Math.min(count - 1, Math.max(0, index));
    setCurrent(next);
    list.current?.querySelectorAll<HTMLElement>('[data-row]')[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isForRow(event) || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 };
    const step = steps[event.key];
    const key = event.key.toLowerCase();
    if (step !== undefined) moveTo(step);
    else if (ACTS.includes(key)) act(key as ListKey, at);
    else return;
    event.preventDefault();
  };
  return {
    list: { ref: list, onKeyDown },
    row: (index: number) => ({
      'data-row': index,
      tabIndex: index === at ? 0 : -1,
      onFocus: () => setCurrent(index),
    }),
  };
}
