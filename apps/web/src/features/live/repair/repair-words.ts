import { formatHours, formatNumber } from '../../../app/format/format-number.js';
import { formatTime, formatTimeRange } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import type { Proposal } from './repair.queries.js';

/** What would be done, in one line; also the name of the step in the schedule's history. */
export function titleOf(proposal: Proposal): string {
  const { kind, people, steps, offer, queueTitle } = proposal;
  const queue = local(queueTitle);
  switch (kind) {
    case 'MOVE_BREAKS':
      return t('intraday.moveBreaks', { count: steps.length, people, queue });
    case 'DELAY_ACTIVITY':
      return t('intraday.delayActivity', { count: steps.length, queue });
    case 'CALL_ON_SKILLS':
      return t('intraday.callOnSkills', { people, queue });
    case 'PULL_FROM_QUEUE':
      return t('intraday.pullFromQueue', { people, queue });
    case 'OFFER_OVERTIME':
      return t('intraday.offerOvertime', { places: offer?.places ?? 0, queue });
    case 'OFFER_TIME_OFF':
      return t('intraday.offerTimeOff', { places: offer?.places ?? 0, queue });
  }
}

/** Who does what at which time instead. */
export function stepText(
  step: Proposal['steps'][number],
  { zone, activityOf }: { readonly zone: string; readonly activityOf: (id: string) => string },
): string {
  const { name, activityTypeId, fromAt, toAt } = step;
  const from = fromAt ? formatTime(fromAt, zone) : '';
  if (!activityTypeId) return t('intraday.stepQueue', { name, from });
  const activity = activityOf(activityTypeId);
  return toAt
    ? t('intraday.stepMove', { name, activity, from, to: formatTime(toAt, zone) })
    : t('intraday.stepDrop', { name, activity, from });
}

export function offerText({ offer }: Proposal, zone: string): string | null {
  if (!offer) return null;
  return t('intraday.offerSpan', {
    range: formatTimeRange(offer.startAt, offer.endAt, zone),
    places: offer.places,
    names: offer.people.map(({ name }) => name).join(t('intraday.comma')),
  });
}

const inHours = (minutes: number): string => formatHours(Math.round(minutes));

/** Hours of agents missing, less and more; said where the service level of a queue alone would not tell. */
export function shortFacts({ shortMinutesRemoved, shortMinutesAdded }: Proposal): string[] {
  return [
    ...(shortMinutesRemoved >= 1 ? [t('intraday.factShort', { hours: inHours(shortMinutesRemoved) })] : []),
    ...(shortMinutesAdded >= 1 ? [t('intraday.factShortAdded', { hours: inHours(shortMinutesAdded) })] : []),
  ];
}

/** Paid hours more, less, or the same: what it costs. */
export function costFact({ paidMinutes }: Proposal): string {
  if (paidMinutes >= 1) return t('intraday.factPaid', { hours: inHours(paidMinutes) });
  if (paidMinutes <= -1) return t('intraday.factSaved', { hours: inHours(-paidMinutes) });
  return t('intraday.factPaidSame');
}

/** What it asks of people: how many, how far their breaks move, how long anybody works without a pause. */
export function peopleFacts(proposal: Proposal): string[] {
  const { movedMinutes, people, longestRunMinutesBefore: before, longestRunMinutesAfter: after } = proposal;
  const facts = [t('intraday.factPeople', { count: people })];
  if (movedMinutes >= 1)
    facts.push(t('intraday.factMoved', { minutes: formatNumber(movedMinutes / Math.max(1, people)) }));
  if (before > 0 && before !== after)
    facts.push(t('intraday.factRun', { before: formatNumber(before), after: formatNumber(after) }));
  else facts.push(t('intraday.factRunSame', { minutes: formatNumber(after) }));
  return facts;
}
