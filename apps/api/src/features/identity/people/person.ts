import type { Instant } from '@yotei/time';
import type { RoleName } from '../../../platform/context/request-context.js';

export const LONGEST_NAME = 120;
export const LONGEST_EMAIL = 254;
/** NIST SP 800-63B (2024): length counts, not kinds of letters. The longest keeps the hashing bounded. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;
/** A week and a weekend. */
export const INVITATION_DAYS = 9;

/** Somebody who signs in, as administrators see them. */
export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'en' | 'ja';
  readonly roles: readonly RoleName[];
  /** `invited`: has no password yet; `away`: may not sign in any more. */
  readonly state: 'active' | 'invited' | 'away';
  readonly agentId: string | null;
  readonly agentName: string | null;
  /** Within the sessions that are still known; null = not since. */
  readonly seenAt: Instant | null;
  /** Until when the link can be used; null = no link is open. */
  readonly invitedUntil: Instant | null;
}

export interface PersonDraft {
  readonly name: string;
  readonly roles: readonly RoleName[];
  readonly locale: 'en' | 'ja';
  /** The agent this person is; null = none. */
  readonly agentId: string | null;
}

export interface PersonFault {
  readonly path: string;
  readonly message: string;
}

/** What cannot be stored, null when all can. */
export function faultOfDraft({ name, roles }: Pick<PersonDraft, 'name' | 'roles'>): PersonFault | null {
  if (name.trim() === '' || name.trim().length > LONGEST_NAME)
    return { path: 'name', message: `must have 1 to ${LONGEST_NAME} letters` };
  return roles.length === 0 ? { path: 'roles', message: 'choose at least one role' } : null;
}

export function faultOfEmail(email: string): PersonFault | null {
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email) && email.length <= LONGEST_EMAIL;
  return isAddress ? null : { path: 'email', message: 'must be an e-mail address' };
}

export function faultOfPassword(password: string): PersonFault | null {
  const length = [...password].length;
  return length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD
    ? null
    : { path: 'password', message: `must have ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters` };
}
