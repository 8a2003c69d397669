import { formatDate } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { clockText } from './clock-text.js';

export interface Wish {
  readonly kind: string;
  readonly on: string | null;
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
}

export const WISH_KINDS = ['day-off', 'day-on', 'start-between', 'end-between'] as const;
export type WishKind = (typeof WISH_KINDS)[number];

const DAY_MINUTES = 1440;
export const isAboutDay = (kind: string): boolean => kind === 'day-off' || kind === 'day-on';

/** The wish as a sentence of the reader. */
export function wishText({ kind, on, fromMinute, untilMinute }: Wish): string {
  const day = on ? formatDate(on) : '';
  if (kind === 'day-off') return t('own.wishDayOff', { day });
  if (kind === 'day-on') return t('own.wishDayOn', { day });
  const hours = {
    from: clockText((fromMinute ?? 0) % DAY_MINUTES),
    until: clockText((untilMinute ?? 0) % DAY_MINUTES),
  };
  return kind === 'end-between' ? t('own.wishEnd', hours) : t('own.wishStart', hours);
}

/** What the form holds as a wish; null while it is none. An end before its start is of the next day, for an end of work only. */
export function wishOf(draft: { kind: WishKind; on: string; from: number; until: number }): Wish | null {
  const { kind, on, from, until } = draft;
  if (isAboutDay(kind)) return on === '' ? null : { kind, on, fromMinute: null, untilMinute: null };
  const untilMinute = kind === 'end-between' && until <= from ? until + DAY_MINUTES : until;
  return untilMinute > from ? { kind, on: null, fromMinute: from, untilMinute } : null;
}
