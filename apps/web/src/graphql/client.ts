import { answerInReadersWords, inReadersWords } from './api-words.js';
import type { TypedDocumentString } from './generated/graphql.js';

/** A request that got no answer or an unexpected one. `correlationId` is what support needs to find it in the log. */
export class RequestFailed extends Error {
  constructor(
    readonly code: string,
    readonly correlationId: string | undefined,
    message: string,
  ) {
    super(message);
    this.name = 'RequestFailed';
  }
}

interface GraphQLAnswer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly correlationId?: string };
  }[];
}

/** Sends one typed document. Expected failures are members of the result; everything else throws {@link RequestFailed}. */
export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  ...[variables]: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Result> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ query: document.toString(), variables }),
  }).catch(async () => {
    throw new RequestFailed('UNREACHABLE', undefined, await inReadersWords('The server cannot be reached.'));
  });
  const headerId = response.headers.get('x-correlation-id') ?? undefined;
  const answer = (await response.json().catch(() => ({}))) as GraphQLAnswer<Result>;
  const error = answer.errors?.[0];
  if (error) {
    const { code = 'UNEXPECTED', correlationId = headerId } = error.extensions ?? {};
    throw new RequestFailed(code, correlationId, await inReadersWords(error.message));
  }
  if (!answer.data) throw new RequestFailed(`HTTP_${response.status}`, headerId, `HTTP ${response.status}`);
  return answerInReadersWords(answer.data);
}
