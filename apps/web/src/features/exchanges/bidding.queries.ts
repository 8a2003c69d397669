import { queryOptions } from '@tanstack/react-query';
import { addDays } from '@yotei/time';
import { formatDate, formatWeekdayNumber } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  BidPatternsDocument,
  BidRoundsDocument,
  BiddersDocument,
  type BidRoundsQuery,
} from '../../graphql/generated/graphql.js';

export type BidRound = BidRoundsQuery['bidRounds'][number];
export type Bid = NonNullable<BidRound['mine']>;
export type BidLine = BidRound['lines'][number];

/** Keys begin with `exchanges`, so that news of an exchange or a round reads them again. */
export const bidRoundsQuery = queryOptions({
  queryKey: ['exchanges', 'bid-rounds'],
  queryFn: async () => (await request(BidRoundsDocument)).bidRounds,
});

export const biddersQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['exchanges', 'bidders', roundId],
    queryFn: async () => (await request(BiddersDocument, { roundId })).bidders,
  });

/** Titles of shift patterns by id. */
export const patternsQuery = queryOptions({
  queryKey: ['bid-patterns'],
  queryFn: async () => {
    const { shiftTemplates } = (await request(BidPatternsDocument)).viewer?.organisation ?? { shiftTemplates: [] };
    return new Map(shiftTemplates.map(({ id, title }) => [id, title]));
  },
  staleTime: 60_000,
});

export const dayNames = (days: readonly number[]): string =>
  days.map((day) => formatWeekdayNumber(day, 'short')).join(t('bidding.comma'));

/** First and last day. */
export const seasonText = ({ fromOn, untilOn }: Pick<BidRound, 'fromOn' | 'untilOn'>): string =>
  t('bidding.season', { from: formatDate(fromOn), until: formatDate(addDays(untilOn, -1)) });

/** One line of text for each week of a line. */
export function weekTexts({ weeks }: Pick<BidLine, 'weeks'>, titles: ReadonlyMap<string, string>): string[] {
  return weeks.map(({ templateIds, daysOff }, i) => {
    const shifts = templateIds?.map((id) => titles.get(id) ?? '–').join(t('bidding.comma')) ?? t('bidding.anyShift');
    const off = daysOff.length > 0 ? t('bidding.off', { days: dayNames(daysOff) }) : t('bidding.noDayOff');
    return weeks.length > 1 ? t('bidding.week', { week: i + 1, text: `${shifts} · ${off}` }) : `${shifts} · ${off}`;
  });
}
