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

/** Hours of agents missing, paid hours, and what it asks of people: as short facts. */
export function factsOf(proposal: Proposal): string[] {
  const { shortMinutesRemoved, shortMinutesAdded, paidMinutes, movedMinutes, people } = proposal;
  const { longestRunMinutesBefore, longestRunMinutesAfter } = proposal;
  const facts = [t('intraday.factPeople', { count: people })];
  if (shortMinutesRemoved >= 1)
    facts.push(t('intraday.factShort', { hours: formatHours(Math.round(shortMinutesRemoved)) }));
  if (shortMinutesAdded >= 1)
    facts.push(t('intraday.factShortAdded', { hours: formatHours(Math.round(shortMinutesAdded)) }));
  if (paidMinutes >= 1) facts.push(t('intraday.factPaid', { hours: formatHours(Math.round(paidMinutes)) }));
  if (paidMinutes <= -1) facts.push(t('intraday.factSaved', { hours: formatHours(Math.round(-paidMinutes)) }));
  if (movedMinutes >= 1)
    facts.push(t('intraday.factMoved', { minutes: formatNumber(movedMinutes / Math.max(1, people)) }));
  if (longestRunMinutesAfter > longestRunMinutesBefore && longestRunMinutesBefore > 0)
    facts.push(
      t('intraday.factRun', {
        before: formatNumber(longestRunMinutesBefore),
        after: formatNumber(longestRunMinutesAfter),
      }),
    );
  return facts;
}
