import type { EngineAsk, NumberedAsk, NumberedReply } from './engine-messages.js';

/** Where scenarios are computed: beside the page, so that a slider never waits for a sum. */
export interface Engine {
  ask<Value>(ask: EngineAsk): Promise<Value>;
  close(): void;
}

type Settle = { readonly done: (value: unknown) => void; readonly fail: (error: Error) => void };

function workerEngine(worker: Worker): Engine {
  const open = new Map<number, Settle>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<NumberedReply>) => {
    const waiting = open.get(data.number);
    open.delete(data.number);
    if (data.kind === 'done') waiting?.done(data.value);
    else waiting?.fail(new Error(data.message));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    for (const { fail } of open.values()) fail(new Error(event.message));
    open.clear();
  };
  return {
    ask: <Value>(ask: EngineAsk) =>
      new Promise<Value>((done, fail) => {
        const numbered: NumberedAsk = { number: ++last, ask };
        open.set(numbered.number, { done: (value) => done(value as Value), fail });
        worker.postMessage(numbered);
      }),
    close: () => worker.terminate(),
  };
}

/** Browsers without workers, and tests, compute on the page. */
function pageEngine(): Engine {
  const loaded = import('./engine-desk.js').then(({ createDesk }) => createDesk());
  return {
    ask: async <Value>(ask: EngineAsk) => (await loaded)(ask) as Value,
    close: () => undefined,
  };
}

export function createEngine(): Engine {
  if (typeof Worker === 'undefined') return pageEngine();
  return workerEngine(new Worker(new URL('./scenario.worker.ts', import.meta.url), { type: 'module' }));
}
