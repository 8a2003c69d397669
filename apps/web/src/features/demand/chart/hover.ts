import { useState, useSyncExternalStore } from 'react';

/** The interval the pointer or the keys are at: read by the readout alone, so that nothing else is drawn anew for it. */
export interface Hover {
  readonly get: () => number | null;
  readonly set: (index: number | null) => void;
  readonly subscribe: (changed: () => void) => () => void;
}

function createHover(): Hover {
  let index: number | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => index,
    set: (next) => {
      if (next === index) return;
      index = next;
      listeners.forEach((changed) => changed());
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

export function useHover(): Hover {
  return useState(createHover)[0];
}

export function useHovered(hover: Hover): number | null {
  return useSyncExternalStore(hover.subscribe, hover.get);
}
