import { Injectable } from '@nestjs/common';
import {
  spanBefore,
  trendOf,
  type MeasureDefinition,
  type MeasureOutcome,
  type MeasureSet,
  type MeasureTrend,
  type TrendSide,
} from '@yotei/scheduling/measures';
import { daysBetween } from '@yotei/time';
import type { AmountUnit } from '@yotei/scheduling/staffing';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { CutKey } from './cut.js';
import { textOfFault } from './measure-faults.js';
import { MeasureCatalogueService } from './measure-catalogue.service.js';
import {
  MeasureTablesService,
  type MeasureTable,
  type TableRequest,
  type TableSpan,
} from './measure-tables.service.js';

/** Ten years by day, or a fortnight by interval. */
export const LONGEST_DAYS = 3660;
export const LONGEST_FINE_DAYS = 14;
/** Values of one answer: measures times keys times spans. */
export const MOST_VALUES = 200_000;
export const MOST_NAMES = 100;
/** Questions to queueing models of one answer; each may look at many numbers of agents. */
export const MOST_MODEL_CALLS = 2_000;

export interface ValuesRequest extends TableRequest {
  /** Ids or names of measures. */
  readonly names: readonly string[];
}

/** A value, or what is missing: facts nobody told, a formula at fault. */
export type MeasureCell =
  | { readonly kind: 'value'; readonly value: number }
  | {
      readonly kind: 'missing';
      readonly names: readonly string[];
      readonly text: { readonly en: string; readonly ja: string } | null;
    };

export interface MeasureSeries {
  readonly measure: MeasureDefinition;
  readonly unit: AmountUnit | null;
  readonly key: CutKey;
  /** By span. */
  readonly cells: readonly MeasureCell[];
  /** Over all spans together: of their sums, not their mean. */
  readonly whole: MeasureCell;
}

export interface MeasureValues {
  readonly kind: 'values';
  readonly keys: readonly CutKey[];
  readonly spans: readonly TableSpan[];
  /** Measure by measure, within it key by key. */
  readonly series: readonly MeasureSeries[];
}

export interface RefusedRequest {
  readonly kind: 'invalid';
  readonly path: string;
  readonly message: string;
}

export interface TrendsRequest extends Pick<TableRequest, 'fromOn' | 'untilOn' | 'queueIds'> {
  readonly names: readonly string[];
}

export interface MeasureTrends {
  readonly kind: 'trends';
  readonly beforeFromOn: string;
  readonly beforeUntilOn: string;
  readonly trends: readonly { readonly measure: MeasureDefinition; readonly trend: MeasureTrend }[];
}

/** Computes measures over any period and cut. Exported: what shows a measure's number asks here. */
@Injectable()
export class MeasureValuesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly catalogue: MeasureCatalogueService,
    private readonly tables: MeasureTablesService,
  ) {}

  async values(context: RequestContext, request: ValuesRequest): Promise<MeasureValues | RefusedRequest> {
    return this.database.withTenant(context, async () => {
      const { set } = await this.catalogue.catalogue(context);
      const wanted = request.names.map((name) => set.find(name));
      const fault = faultOf(request) ?? unknownOf(request.names, wanted);
      if (fault) return fault;
      const measures = wanted as MeasureDefinition[];
      const table = await this.tables.table(context, request, factsOf(set, measures));
      if (measures.length * table.keys.length * table.spans.length > MOST_VALUES)
        return invalid('period', `ask for fewer values: at most ${MOST_VALUES} at once, by a coarser period or cut`);
      const calls = measures.reduce((sum, measure) => sum + set.modelCallsOf(measure), 0);
      if (calls * table.keys.length * (table.spans.length + 1) > MOST_MODEL_CALLS)
        return invalid(
          'period',
          'ask for fewer values of measures that ask queueing models, by a coarser period or cut',
        );
      return { kind: 'values', keys: table.keys, spans: table.spans, series: seriesOf(table, set, measures) };
    });
  }

  /** The sums that formulas are computed from; names of facts. */
  async facts(context: RequestContext, request: ValuesRequest): Promise<MeasureTable | RefusedRequest> {
    return faultOf(request) ?? this.tables.table(context, request, request.names);
  }

  /** Each measure against the same length of time before, and whether it moved by more than days differ. */
  async trends(context: RequestContext, request: TrendsRequest): Promise<MeasureTrends | RefusedRequest> {
    const before = spanBefore(request);
    return this.database.withTenant(context, async () => {
      const { set } = await this.catalogue.catalogue(context);
      const wanted = request.names.map((name) => set.find(name));
      const fault = faultOf({ ...request, period: 'day', cut: 'all' }) ?? unknownOf(request.names, wanted);
      if (fault) return fault;
      const measures = wanted as MeasureDefinition[];
      const names = factsOf(set, measures);
      const sides = { now: { ...request }, before: { ...request, ...before } };
      const now = sideOf(set, await this.tables.table(context, { ...sides.now, ...BY_DAY }, names));
      const then = sideOf(set, await this.tables.table(context, { ...sides.before, ...BY_DAY }, names));
      const trends = measures.map((measure) => ({ measure, trend: trendOf(now(measure), then(measure)) }));
      return { kind: 'trends', beforeFromOn: before.fromOn, beforeUntilOn: before.untilOn, trends };
    });
  }
}

const invalid = (path: string, message: string): RefusedRequest => ({ kind: 'invalid', path, message });

function faultOf({ fromOn, untilOn, period, names }: ValuesRequest): RefusedRequest | null {
  const days = daysBetween(fromOn, untilOn);
  if (days < 1) return invalid('untilOn', 'untilOn must lie after fromOn');
  const longest = period === 'interval' || period === 'hour' ? LONGEST_FINE_DAYS : LONGEST_DAYS;
  if (days > longest) return invalid('untilOn', `at most ${longest} days at once by ${period}`);
  if (names.length < 1 || names.length > MOST_NAMES) return invalid('names', `name 1..${MOST_NAMES} measures`);
  return null;
}

function unknownOf(names: readonly string[], found: readonly (MeasureDefinition | undefined)[]): RefusedRequest | null {
  const at = found.findIndex((measure) => !measure);
  return at < 0 ? null : invalid(`names.${at}`, `no measure is called ${names[at]}`);
}

const factsOf = (set: MeasureSet, measures: readonly MeasureDefinition[]): string[] => [
  ...new Set(measures.flatMap((measure) => set.factsOf(measure))),
];

function seriesOf(table: MeasureTable, set: MeasureSet, measures: readonly MeasureDefinition[]): MeasureSeries[] {
  // A cell's facts are looked up once and its measures share what they use of each other.
  const cells = table.keys.map((_, key) =>
    table.spans.map((span, place) => set.evaluator(table.facts.at(key, place), span.seconds)),
  );
  const wholes = table.keys.map((_, key) => set.evaluator(table.facts.whole(key), table.wholeSeconds));
  return measures.flatMap((measure) =>
    table.keys.map((key, place) => ({
      ...{ measure, key, unit: set.unitOf(measure) },
      cells: cells[place]!.map((evaluate) => cellOf(evaluate(measure))),
      whole: cellOf(wholes[place]!(measure)),
    })),
  );
}

function cellOf(outcome: MeasureOutcome): MeasureCell {
  if (outcome.kind === 'value') return outcome;
  if (outcome.kind === 'unknown-facts') return { kind: 'missing', names: outcome.names, text: null };
  return { kind: 'missing', names: [], text: textOfFault(outcome) };
}

const BY_DAY = { period: 'day', cut: 'all' } as const;

/** One side of a trend, for each measure. */
function sideOf(set: MeasureSet, { facts, spans, wholeSeconds, adding }: MeasureTable) {
  const days = spans.map((_, span) => facts.at(0, span));
  return (measure: MeasureDefinition): TrendSide => ({
    ...{ days, whole: facts.whole(0), adding },
    evaluate: (left) => {
      const outcome = set.evaluator(left, wholeSeconds)(measure);
      return outcome.kind === 'value' ? outcome.value : null;
    },
  });
}
