import { createClient, type Client } from 'graphql-ws';
import type { TypedDocumentString } from './generated/graphql.js';

let client: Client | undefined;

/** One socket for the page, opened by the first subscription and closed with the last. */
function socket(): Client {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  client ??= createClient({
    url: `${scheme}://${location.host}/graphql`,
    lazy: true,
    retryAttempts: Infinity,
    shouldRetry: () => true,
  });
  return client;
}

export interface Listener<Result> {
  readonly next: (data: Result) => void;
  /** After a lost connection was made again: events in between are gone, so load anew. */
  readonly reconnected?: () => void;
}

/** Subscribes to a typed document; the answer unsubscribes. */
export function subscribe<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  { next, reconnected }: Listener<Result>,
): () => void {
  let connections = 0;
  const forget = socket().on('connected', () => {
    connections += 1;
    if (connections > 1) reconnected?.();
  });
  const unsubscribe = socket().subscribe<Result>(
    { query: document.toString(), variables },
    { next: ({ data }) => data && next(data), error: () => reconnected?.(), complete: () => undefined },
  );
  return () => {
    forget();
    unsubscribe();
  };
}
