import type { Request, Response } from 'express';
import type { Loaders } from './loaders.js';
import type { RequestContext } from './request-context.js';

/** What resolvers share during one operation. `response` is absent on a WebSocket. */
export interface GraphqlContext {
  readonly requestId: string;
  readonly person: RequestContext | null;
  readonly loaders: Loaders;
  readonly request: Pick<Request, 'headers' | 'socket'>;
  readonly response?: Response;
}
