import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const KEY = 'yotei-board-pins';

function stored(): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    // Broken storage costs the pins, never the board.
    return new Set();
  }
}

const pins = createStore<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: stored() }));

/** Agents this planner keeps at the top, on this device. */
export function usePinned(): ReadonlySet<string> {
  return useStore(pins, ({ ids }) => ids);
}

/** Keeps the agent at the top, or lets go; true when it is kept now. */
export function togglePin(agentId: string): boolean {
  const ids = new Set(pins.getState().ids);
  if (!ids.delete(agentId)) ids.add(agentId);
  pins.setState({ ids });
  localStorage.setItem(KEY, JSON.stringify([...ids]));
  return ids.has(agentId);
}
