import { useSyncExternalStore } from 'react';
import { RequestFailed } from '../../graphql/client.js';

/** What this device keeps of one user's own data, to be read without a network; wiped at sign-out. */
const STORE_KEY = 'yotei-kept';
const MOST_ENTRIES = 24;

interface Entry {
  readonly data: unknown;
  /** Epoch milliseconds of the answer. */
  readonly at: number;
}
interface Kept {
  readonly userId: string | null;
  readonly entries: Readonly<Record<string, Entry>>;
}

const NOTHING: Kept = { userId: null, entries: {} };
const listeners = new Set<() => void>();
/** Age of what is shown because the server could not be reached; null while it answers. */
let shownSince: number | null = null;

function read(): Kept {
  try {
    return (JSON.parse(localStorage.getItem(STORE_KEY) ?? 'null') as Kept | null) ?? NOTHING;
  } catch {
    return NOTHING;
  }
}

function write(kept: Kept): void {
  const newest = Object.entries(kept.entries)
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, MOST_ENTRIES);
  try {
    localStorage.setItem(STORE_KEY, JSON.stringify({ ...kept, entries: Object.fromEntries(newest) }));
  } catch {
    // A full or forbidden store only means that nothing is kept.
  }
}

function show(since: number | null): void {
  if (shownSince === since) return;
  shownSince = since;
  listeners.forEach((changed) => changed());
}

/**
 * The answer of `ask`, kept under `key`; when the server cannot be reached the kept one, and {@link useOfflineSince} says
 * how old it is.
 */
export async function keptOffline<Data>(key: string, ask: () => Promise<Data>): Promise<Data> {
  try {
    const data = await ask();
    const kept = read();
    write({ ...kept, entries: { ...kept.entries, [key]: { data, at: Date.now() } } });
    show(null);
    return data;
  } catch (error) {
    const entry = read().entries[key];
    if (!entry || !(error instanceof RequestFailed) || !UNREACHABLE.has(error.code)) throw error;
    show(shownSince === null ? entry.at : Math.min(shownSince, entry.at));
    return entry.data as Data;
  }
}

/** A proxy that cannot reach the program answers for it. */
const UNREACHABLE = new Set(['UNREACHABLE', 'HTTP_502', 'HTTP_503', 'HTTP_504']);

/** What is kept belongs to this user from now on; another's is forgotten. */
export function keepFor(userId: string | null): void {
  const kept = read();
  if (kept.userId !== userId) write({ userId, entries: userId && kept.userId === null ? kept.entries : {} });
}

/** Forgets everything, the program's own files too. */
export async function forgetKept(): Promise<void> {
  localStorage.removeItem(STORE_KEY);
  localStorage.removeItem('yotei-to-send');
  show(null);
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name);
}

/** Since when the oldest data on the screen is, while the server cannot be reached; null otherwise. */
export function useOfflineSince(): number | null {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => shownSince,
    () => null,
  );
}
