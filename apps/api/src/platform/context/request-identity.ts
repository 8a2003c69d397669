import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import { Authenticator } from './authenticator.js';
import type { RequestContext } from './request-context.js';

export const SESSION_COOKIE = 'yotei_session';

/** Who is asking, from what their request carries. The same for GraphQL, REST and the WebSocket's opening request. */
@Injectable()
export class RequestIdentity {
  constructor(private readonly authenticator: Authenticator) {}

  async contextOf(request: IncomingMessage): Promise<RequestContext | null> {
    const key = apiKeyOf(request);
    if (key !== null) {
      const holder = await this.authenticator.holderOf(key);
      return holder ? { ...holder, userId: null, roles: [], requestId: requestIdOf(request) } : null;
    }
    const token = sessionTokenOf(request);
    const person = token ? await this.authenticator.personOf(token) : null;
    return person ? { ...person, requestId: requestIdOf(request) } : null;
  }
}

/**
 * `Authorization: Bearer <key>`, or `x-api-key: <key>` for senders that can set no other header, or the key as the password
 * of `Authorization: Basic`, which is what BI tools ask their users for. A key given is the only way in.
 */
export function apiKeyOf({ headers }: IncomingMessage): string | null {
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const plain = headers['x-api-key'];
  return bearer ?? passwordOf(headers.authorization) ?? (typeof plain === 'string' ? plain : null);
}

/** Of a name nobody looks at and the key. */
function passwordOf(authorization: string | undefined): string | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}

export function sessionTokenOf(request: IncomingMessage): string | null {
  return parseCookie(request.headers.cookie ?? '')[SESSION_COOKIE] ?? null;
}

const requestIds = new WeakMap<IncomingMessage, string>();

/** The id a proxy gave this request when it is a plausible one, else a new one; stable for the request's life. */
export function requestIdOf(request: IncomingMessage): string {
  let id = requestIds.get(request);
  if (!id) {
    const given = request.headers['x-request-id'];
    id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    requestIds.set(request, id);
  }
  return id;
}
