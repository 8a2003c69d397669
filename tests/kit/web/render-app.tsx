import { createMemoryHistory } from '@tanstack/react-router';
import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { App } from '../../../apps/web/src/app/app.js';
import { activate, type Language } from '../../../apps/web/src/app/i18n/language.js';
import { messages as en } from '../../../apps/web/src/app/locales/en/index.js';
import { messages as ja } from '../../../apps/web/src/app/locales/ja/index.js';
import { createAppRouter } from '../../../apps/web/src/app/router.js';

/** What the fake server says to an operation: data, a failure, or nothing ever (`pending`). */
export type Answers = Readonly<Record<string, unknown>>;
export const PENDING = Symbol('never answers');
export class Fails {
  constructor(
    readonly code: string,
    readonly correlationId: string,
  ) {}
}

export interface Sent {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
}

const json = (body: unknown) =>
  ({ ok: true, status: 200, headers: { get: () => null }, json: () => Promise.resolve(body) }) as unknown as Response;

/** Replaces fetch by a server that answers from a table; answers the list of what was asked. */
export function fakeServer(answers: Answers, publicInfo: unknown = { demo: false, signIns: [] }): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = jest.fn((url: RequestInfo | URL, init?: RequestInit) => {
    if (String(url).endsWith('/api/public-info')) return Promise.resolve(json(publicInfo));
    const { query, variables } = JSON.parse(String(init?.body)) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const operation = /(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '';
    sent.push({ operation, variables });
    const answer = answers[operation];
    if (answer === PENDING) return new Promise<Response>(() => undefined);
    if (answer === undefined) throw new Error(`no answer for ${operation}; add it to the table of this test`);
    const { code, correlationId } = answer instanceof Fails ? answer : { code: '', correlationId: '' };
    return Promise.resolve(
      json(code ? { errors: [{ message: 'x', extensions: { code, correlationId } }] } : { data: answer }),
    );
  }) as typeof fetch;
  return sent;
}

/** The whole app at one address, in one language, without a retry delay. */
export function renderApp(path: string, language: Language = 'en') {
  activate(language, language === 'ja' ? ja : en);
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createAppRouter(queryClient, createMemoryHistory({ initialEntries: [path] }));
  return { ...render(<App queryClient={queryClient} router={router} />), router, queryClient };
}
