import type { IncomingMessage } from 'node:http';

/**
 * Whether a browser's request comes from our own pages. Requests without an Origin are not from a script of
 * another site. Same host and port as asked for, or one of the allowed origins.
 */
export function isOwnOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (!origin) return true;
  if (allowed.includes(origin)) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
