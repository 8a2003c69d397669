/**
 * Why a deviation may be excused; permanent, stored words. Agents and supervisors choose from the same list, so that an
 * agent's own reason is never forced into somebody else's.
 */
export const EXCUSE_KINDS = [
  'long-contact',
  'hard-contact-recovery',
  'helped-queue',
  'helped-colleague',
  'system-problem',
  'system-outage',
  'meeting',
  'coaching',
  'training',
  'personal-need',
  'late-start',
  'transport',
  'building',
  'schedule-wrong',
  'wrong-state',
  'other',
] as const;
export type ExcuseKind = (typeof EXCUSE_KINDS)[number];

export function isExcuseKind(word: string): word is ExcuseKind {
  return (EXCUSE_KINDS as readonly string[]).includes(word);
}
