import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';
import { kpiFormulaOf } from '../measures.mapper.js';
import type { CatalogueMeasure, MeasureCatalogue } from './measure-catalogue.service.js';
import { textOfFault } from './measure-faults.js';
import type { MeasureTable } from './measure-tables.service.js';
import {
  MeasureFacts,
  MeasureTrends,
  MeasureValues,
  type MeasureBetter,
  type MeasureDefinition,
  type MeasureFactSeries,
  type MeasureFactsResult,
  type MeasureLack,
  type MeasureSeries,
  type MeasureTrendsResult,
  type MeasureValuesResult,
} from './measure-values.graphql-types.js';
import type {
  MeasureCell,
  MeasureSeries as Series,
  MeasureTrends as Trends,
  MeasureValues as Values,
  RefusedRequest,
} from './measure-values.service.js';

const valueOf = (cell: MeasureCell): number | null =>
  // JSON has no infinity; a wait of an overload is one.
  cell.kind === 'value' && Number.isFinite(cell.value) ? cell.value : null;

function lackOf(cell: MeasureCell, bucket: number): MeasureLack[] {
  if (cell.kind === 'value') return [];
  return [{ bucket, names: cell.names, text: cell.text }];
}

function seriesOf({ measure, unit, key, cells, whole }: Series): MeasureSeries {
  return {
    ...{ measureId: measure.id, unit, keyId: key.id },
    values: cells.map(valueOf),
    whole: valueOf(whole),
    lacks: [...lackOf(whole, -1), ...cells.flatMap(lackOf)],
  };
}

export function measureValuesOf(found: Values | RefusedRequest): typeof MeasureValuesResult {
  if (found.kind === 'invalid') return InvalidInput.of(found.path, found.message);
  const { keys, spans, series } = found;
  return Object.assign(new MeasureValues(), { keys, buckets: spans, series: series.map(seriesOf) });
}

export function measureFactsOf(found: MeasureTable | RefusedRequest): typeof MeasureFactsResult {
  if ('kind' in found) return InvalidInput.of(found.path, found.message);
  const { keys, spans, facts, wholeSeconds } = found;
  const series = keys.flatMap(({ id }, key): MeasureFactSeries[] =>
    [...facts.whole(key)].map(([name, { sum, lacking }]) => {
      const cells = spans.map((_, span) => facts.at(key, span).get(name));
      return {
        ...{ name, keyId: id, whole: sum, wholeLacking: lacking },
        sums: cells.map((cell) => cell?.sum ?? null),
        lacking: cells.map((cell) => cell?.lacking ?? 0),
      };
    }),
  );
  return Object.assign(new MeasureFacts(), { keys, buckets: spans, facts: series, wholeSeconds });
}

export function measureTrendsOf(found: Trends | RefusedRequest): typeof MeasureTrendsResult {
  if (found.kind === 'invalid') return InvalidInput.of(found.path, found.message);
  const { beforeFromOn, beforeUntilOn } = found;
  const trends = found.trends.map(({ measure, trend }) => ({
    measureId: measure.id,
    ...(trend.kind === 'trend'
      ? { now: trend.now, before: trend.before, verdict: trend.verdict, probability: trend.probability }
      : { now: null, before: null, verdict: 'unknown', probability: null }),
  }));
  return Object.assign(new MeasureTrends(), { beforeFromOn, beforeUntilOn, trends });
}

function definitionOf({ set }: MeasureCatalogue, measure: CatalogueMeasure): MeasureDefinition {
  const { definition, title, group, meaning, source, better, own } = measure;
  const fault = set.faultOf(definition);
  return {
    ...{ ...definition, title, group, meaning, source },
    unit: set.unitOf(definition),
    better: better as MeasureBetter | null,
    facts: set.factsOf(definition),
    uses: set.usesOf(definition),
    fault: fault && textOfFault(fault),
    own: own && kpiFormulaOf(own),
  };
}

export const definitionsOf = (catalogue: MeasureCatalogue): MeasureDefinition[] =>
  catalogue.measures.map((measure) => definitionOf(catalogue, measure));
