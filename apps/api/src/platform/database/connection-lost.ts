import { setTimeout as sleep } from 'node:timers/promises';

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** Shutdown by an operator, crash, starting up; class 08 is "connection exception". */
const SQL_STATES = /^(57P0[123]|08...)$/;
const AGAIN_MILLIS = 250;

/** Whether the error says that the server is away, not that the statement was wrong. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionLost);
  const { code, message, driverError } = (error ?? {}) as { code?: string; message?: string; driverError?: unknown };
  if (code && (NETWORK.has(code) || SQL_STATES.test(code))) return true;
  if (driverError && driverError !== error) return isConnectionLost(driverError);
  return /connection terminated|connection error|not queryable|timeout expired/i.test(message ?? '');
}

/**
 * Tries again while the server is away, for at most so long. A connection that is lost during COMMIT leaves open
 * whether it happened, so the action must be harmless to repeat.
 */
export async function whileServerIsAway<T>(action: () => Promise<T>, atMostMillis: number): Promise<T> {
  const until = Date.now() + atMostMillis;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (!isConnectionLost(error) || Date.now() > until) throw error;
      await sleep(AGAIN_MILLIS);
    }
  }
}
