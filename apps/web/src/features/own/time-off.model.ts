import { addDays, startOfLocalDay } from '@yotei/time';
import { formatHours } from '../../app/format/format-number.js';
import { formatDateTime } from '../../app/format/format-time.js';
import { t, tIfKnown } from '../../app/i18n/t.js';
import type { TimeOffRequestFieldsFragment } from '../../graphql/generated/graphql.js';

export type TimeOffRequest = TimeOffRequestFieldsFragment;

/** What the form holds. Dates are of the site's calendar, minutes of its clock. */
export interface TimeOffDraft {
  readonly kind: string;
  readonly fromOn: string;
  /** Last day, that day included. */
  readonly untilOn: string;
  /** Part of one day; null: whole days. */
  readonly part: { readonly fromMinute: number; readonly untilMinute: number } | null;
}

/** The instants a draft asks for; null while its end is before its start. */
export function askedSpan(draft: TimeOffDraft, zone: string): { startAt: string; endAt: string } | null {
  const { fromOn, untilOn, part } = draft;
  const startAt = startOfLocalDay(fromOn, zone) + (part ? part.fromMinute * 60_000 : 0);
  const endAt = part
    ? startOfLocalDay(fromOn, zone) + part.untilMinute * 60_000
    : startOfLocalDay(addDays(untilOn, 1), zone);
  return endAt > startAt ? { startAt: new Date(startAt).toISOString(), endAt: new Date(endAt).toISOString() } : null;
}

interface Reason {
  readonly code: string;
  readonly [name: string]: string | number;
}

/** Why a request was answered so, as a sentence. */
export function reasonText(reason: unknown, zone: string): string {
  const { code, ...numbers } = reason as Reason;
  const hours = (minutes: unknown): string => formatHours(Number(minutes ?? 0));
  return tIfKnown(
    `own.reason-${code}`,
    {
      ...numbers,
      need: hours(numbers['needMinutes']),
      left: hours(numbers['leftMinutes']),
      at: numbers['startAt'] ? formatDateTime(numbers['startAt'], zone) : '',
    },
    code,
  );
}

/** What covering the published shifts would cost, as a sentence. */
export const coverText = (cover: {
  readonly shiftCount: number;
  readonly paidHours: number;
  readonly shortHours: number;
}) =>
  t('own.cover', {
    shifts: cover.shiftCount,
    paid: formatHours(cover.paidHours * 60),
    short: formatHours(cover.shortHours * 60),
  });

/** Where a request stands, in a word or two. */
export function stateText(request: TimeOffRequest): string {
  if (request.state !== 'requested') return tIfKnown(`own.state-${request.state}`, undefined, request.state);
  return request.position ? t('own.statePosition', { position: request.position }) : t('own.stateReview');
}

export const toneOf = ({ state }: TimeOffRequest): 'good' | 'must' | 'prefer' | 'plain' =>
  state === 'approved' ? 'good' : state === 'declined' ? 'must' : state === 'requested' ? 'prefer' : 'plain';
