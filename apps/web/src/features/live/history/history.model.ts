import { weekStartOf } from '@yotei/time';
import { csvCell } from '../../../app/csv-text.js';
import {
  eachSeconds,
  figuresOf,
  SUMMED_SECONDS,
  type AdherenceNumbers,
  type SummedSeconds,
} from '@yotei/scheduling/adherence';
import type { AdherenceHistoryQuery, AgentAdherenceHistoryQuery } from '../../../graphql/generated/graphql.js';
import type { HistoryStep } from './history.search.js';

export type TeamColumns = Extract<AdherenceHistoryQuery['adherenceHistory'], { __typename: 'AdherenceHistory' }>;
export type AgentColumns = Extract<
  AgentAdherenceHistoryQuery['agentAdherenceHistory'],
  { __typename: 'AgentAdherenceHistory' }
>;

/** One line of a table: a team, a day or a person over the range. */
export interface HistoryRow {
  readonly id: string;
  /** Agent-days. */
  readonly days: number;
  readonly numbers: AdherenceNumbers;
  /** Of the time planned, the part that deviated and was excused or credited; null where nothing was planned. */
  readonly explainedFraction: number | null;
}

/** How a team is doing, in three steps, by adherence. */
export type HistoryBand = 'good' | 'fair' | 'low';
export const GOOD_FROM = 0.95;
export const FAIR_FROM = 0.9;

export function bandOf({ adherenceFraction }: AdherenceNumbers): HistoryBand | null {
  if (adherenceFraction === null) return null;
  return adherenceFraction >= GOOD_FROM ? 'good' : adherenceFraction >= FAIR_FROM ? 'fair' : 'low';
}

type SecondColumns = Readonly<Record<keyof SummedSeconds, readonly number[]>>;

/** Rows of columns summed by key, in the order in which keys come; work outside the shift is in what was scheduled. */
export function summed(seconds: SecondColumns, keys: readonly string[], days: readonly number[]): HistoryRow[] {
  const sums = new Map<string, { days: number; seconds: Record<keyof SummedSeconds, number> }>();
  keys.forEach((key, i) => {
    const sum = sums.get(key) ?? { days: 0, seconds: { ...eachSeconds(() => 0) } };
    sum.days += days[i]!;
    for (const name of SUMMED_SECONDS) sum.seconds[name] += seconds[name][i]!;
    sums.set(key, sum);
  });
  return [...sums].map(([id, sum]) => {
    const { scheduledSeconds, explainedSeconds } = sum.seconds;
    return {
      id,
      days: sum.days,
      numbers: figuresOf(sum.seconds, { countsOutsideShift: false }),
      explainedFraction: scheduledSeconds > 0 ? explainedSeconds / scheduledSeconds : null,
    };
  });
}

/** Everything together. */
export function wholeOf({ seconds, on, agents }: TeamColumns): HistoryRow | undefined {
  return summed(
    seconds,
    on.map(() => 'all'),
    agents,
  )[0];
}

/** By team, the lowest adherence first: there is something to do. */
export function teamRows({ seconds, teamId, agents }: TeamColumns): HistoryRow[] {
  const share = ({ numbers }: HistoryRow): number => numbers.adherenceFraction ?? 2;
  return summed(seconds, teamId, agents).sort((a, b) => share(a) - share(b));
}

/** The first day of the day, week or month a date lies in. */
export function stepOf(step: HistoryStep, weekStart: number): (on: string) => string {
  if (step === 'day') return (on) => on;
  return step === 'week' ? (on) => weekStartOf(on, weekStart) : (on) => `${on.slice(0, 7)}-01`;
}

/** By day, or by what `startOf` puts days together to; of one team or of all; the newest first. */
export function timeRows(
  columns: TeamColumns,
  team: string | undefined,
  startOf: (on: string) => string = (on) => on,
): HistoryRow[] {
  const kept = columns.on.flatMap((_, i) => (team === undefined || columns.teamId[i] === team ? [i] : []));
  const seconds = eachSeconds((name) => kept.map((i) => columns.seconds[name][i]!));
  return summed(
    seconds,
    kept.map((i) => startOf(columns.on[i]!)),
    kept.map((i) => columns.agents[i]!),
  ).reverse();
}

/** By person, the lowest adherence first. */
export function agentRows({ seconds, agentId, days }: AgentColumns): HistoryRow[] {
  const share = ({ numbers }: HistoryRow): number => numbers.adherenceFraction ?? 2;
  return summed(seconds, agentId, days).sort((a, b) => share(a) - share(b));
}

/** Lines of a file for a table calculation: one for each day and team, seconds and both figures. */
export function csvOf(columns: TeamColumns, names: ReadonlyMap<string, string>): string {
  const head = ['date', 'team', 'agents', 'adherence', 'conformance', ...SUMMED_SECONDS].join(',');
  const lines = columns.on.map((on, i) => {
    const seconds = eachSeconds((name) => columns.seconds[name][i]!);
    const { adherenceFraction, conformance } = figuresOf(seconds, { countsOutsideShift: false });
    const team = columns.teamId[i]!;
    return [
      on,
      csvCell(names.get(team) ?? team),
      columns.agents[i]!,
      adherenceFraction === null ? '' : adherenceFraction.toFixed(4),
      conformance.kind === 'fraction' ? conformance.fraction.toFixed(4) : '',
      ...SUMMED_SECONDS.map((name) => Math.round(seconds[name])),
    ].join(',');
  });
  return [head, ...lines, ''].join('\r\n');
}
