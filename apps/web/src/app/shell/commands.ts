import { useEffect, useSyncExternalStore } from 'react';

/** One thing the palette can do. Screens add theirs while they are shown. */
export interface Command {
  readonly id: string;
  readonly group: 'goTo' | 'do';
  readonly text: string;
  /** Other words by which it is found, never shown. */
  readonly words?: string;
  /** Shown at the right, `Ctrl K`. */
  readonly keys?: string;
  readonly run: () => void;
}

let shown: readonly Command[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Command[]): void {
  shown = next;
  listeners.forEach((changed) => changed());
}

/** Offers commands in the palette as long as the caller is mounted. Keep the array stable (useMemo). */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    change([...shown, ...commands]);
    return () => change(shown.filter((one) => !commands.includes(one)));
  }, [commands]);
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => shown,
  );
}
