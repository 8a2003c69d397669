import type { RestOfDayQuery } from '../../../graphql/generated/graphql.js';
import type { ChartSeries } from '../../../ui/time-chart.js';
import type { AlignedDemand } from '../demand.model.js';

export type RestOfDayAnswer = RestOfDayQuery['restOfDay'];
export type RestOfDay = Extract<RestOfDayAnswer, { __typename: 'RestOfDay' }>;

/**
 * The end of the last interval that has an actual, when more of the day is forecast after it: the instant from which the
 * rest can be forecast anew. Null before the first contact, after the last interval, and without a forecast.
 */
export function knownUntil({ actual, forecast, startAt, stepMinutes }: AlignedDemand): number | null {
  const last = actual.findLastIndex((value) => value !== null);
  const open = forecast.findLastIndex((value) => value !== null);
  return last < 0 || open <= last ? null : startAt + (last + 1) * stepMinutes * 60_000;
}

type Series = RestOfDay['contacts'];

/** The updated forecast as a dashed line with its band, on the grid of the chart. */
export function restSeries(
  rest: RestOfDay,
  aligned: AlignedDemand,
  { label, bandLabel }: { readonly label: string; readonly bandLabel: string },
): readonly ChartSeries[] {
  const on = ({ startAt, stepMinutes, values }: Series): (number | null)[] => {
    const laid = new Array<number | null>(aligned.length).fill(null);
    const every = Math.max(1, Math.round(aligned.stepMinutes / stepMinutes));
    const first = Math.round((Date.parse(startAt) - aligned.startAt) / (stepMinutes * 60_000));
    values.forEach((value, index) => {
      const at = Math.floor((first + index) / every);
      if (value !== null && at >= 0 && at < laid.length) laid[at] = (laid[at] ?? 0) + value;
    });
    return laid;
  };
  const line: ChartSeries = { label, values: on(rest.contacts), colour: '--good', dashed: true, width: 2 };
  // Bands of short intervals do not add up to that of a longer one; the line does.
  if (rest.contacts.stepMinutes !== aligned.stepMinutes) return [line];
  return [
    { label: bandLabel, values: on(rest.p90), colour: '--good', band: 'high' },
    { label: bandLabel, values: on(rest.p10), colour: '--good', band: 'low' },
    line,
  ];
}
