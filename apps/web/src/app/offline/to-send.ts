import { useSyncExternalStore } from 'react';
import { request, RequestFailed } from '../../graphql/client.js';
import { AcknowledgeNoticeDocument } from '../../graphql/generated/graphql.js';

/** Acknowledgements given without a network, sent when there is one. */
const STORE_KEY = 'yotei-to-send';
const listeners = new Set<() => void>();
let waiting: readonly string[] = read();

function read(): readonly string[] {
  try {
    return JSON.parse(localStorage.getItem(STORE_KEY) ?? '[]') as string[];
  } catch {
    return [];
  }
}

function keep(next: readonly string[]): void {
  waiting = next;
  localStorage.setItem(STORE_KEY, JSON.stringify(next));
  listeners.forEach((changed) => changed());
}

/** Says it to the server now, or keeps it to say later. `false`: it waits. */
export async function acknowledge(noticeId: string): Promise<boolean> {
  try {
    await request(AcknowledgeNoticeDocument, { id: noticeId });
    return true;
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.code !== 'UNREACHABLE') throw error;
    keep([...new Set([...waiting, noticeId])]);
    return false;
  }
}

/** Sends what waits; true when something was sent. What is refused is dropped: acknowledging twice is no mistake. */
export async function sendWaiting(): Promise<boolean> {
  const before = waiting;
  for (const id of before) {
    try {
      await request(AcknowledgeNoticeDocument, { id });
    } catch (error) {
      if (error instanceof RequestFailed && error.code === 'UNREACHABLE') return false;
    }
    keep(waiting.filter((one) => one !== id));
  }
  return before.length > 0;
}

/** Notices whose acknowledgement waits for the network. */
export function useWaiting(): readonly string[] {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => waiting,
    () => waiting,
  );
}
