import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export interface PresentPlanner {
  readonly clientId: string;
  readonly userId: string;
  readonly name: string;
  readonly cells: readonly { readonly agentId: string; readonly on: string }[];
}

/** Who else is at the board that is open; empty when nobody is. */
export const othersHere = createStore<{ readonly planners: readonly PresentPlanner[] }>(() => ({ planners: [] }));

/** The planner whose selection holds a row of this agent, or null. The same object while nothing changes. */
export function useOtherAt(agentId: string): PresentPlanner | null {
  return useStore(
    othersHere,
    ({ planners }) => planners.find(({ cells }) => cells.some((cell) => cell.agentId === agentId)) ?? null,
  );
}

/** First letters of given and family name; the first sign where the name is not written in parts. */
export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  const signs = parts.length > 1 ? [parts[0]!, parts.at(-1)!] : parts;
  return signs
    .map((part) => [...part][0]!)
    .join('')
    .toLocaleUpperCase();
}
