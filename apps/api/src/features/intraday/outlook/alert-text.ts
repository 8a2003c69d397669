import type { AlertFinding } from '@yotei/scheduling/repair';
import { localMinuteOfDay, type Instant } from '@yotei/time';
import type { LocalText } from '../../../platform/graphql/shared.graphql-types.js';

export interface AlertWords {
  readonly finding: AlertFinding;
  readonly queue: { readonly en: string; readonly ja: string };
  readonly zone: string;
}

const percent = (fraction: number): number => Math.round(fraction * 100);

const clock = (at: Instant, zone: string): string => {
  const minute = localMinuteOfDay(at, zone);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};

/** The alert as a sentence made of its numbers, on the clock of the site, in both languages. */
export function alertText({ finding, queue, zone }: AlertWords): LocalText {
  const { kind, agents, serviceLow, serviceHigh } = finding;
  const [from, until] = [clock(finding.startAt, zone), clock(finding.endAt, zone)];
  const range = serviceLow === null || serviceHigh === null ? null : rangeOf(serviceLow, serviceHigh);
  if (kind === 'short')
    return {
      en: `${from}–${until} will be ${agents} short for ${queue.en}${range ? `; likely service level ${range}%` : ''}`,
      ja: `${from}〜${until}は${queue.ja}で${agents}名不足する見込みです${range ? `（サービスレベルは${range}%の見通し）` : ''}`,
    };
  return {
    en: `${from}–${until} will have ${agents} more than needed for ${queue.en}`,
    ja: `${from}〜${until}は${queue.ja}で必要より${agents}名多い見込みです`,
  };
}

function rangeOf(low: number, high: number): string {
  const [from, to] = [percent(Math.min(low, high)), percent(Math.max(low, high))];
  return from === to ? String(from) : `${from}–${to}`;
}
