import { formulaErrorText, KPI_VARIABLES, type KpiSource } from '@yotei/scheduling/formula';
import { MeasureSet, WEIGHT, type FactSums, type MeasureOutcome } from '@yotei/scheduling/measures';
import { amountText, type AmountUnit } from '@yotei/scheduling/staffing';
import { currentLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import type {
  KpiFormulaFieldsFragment,
  MeasureDefinitionsQuery,
  MeasureFactsQuery,
  MeasureTrendsQuery,
  MeasureValuesQuery,
} from '../../graphql/generated/graphql.js';

export type KpiFormula = KpiFormulaFieldsFragment;
export type Definitions = MeasureDefinitionsQuery;
export type Measure = Definitions['measureDefinitions'][number];
export type Target = Definitions['measureTargets'][number];
export type Values = Extract<MeasureValuesQuery['measureValues'], { series: unknown }>;
export type Series = Values['series'][number];
export type Facts = Extract<MeasureFactsQuery['measureFacts'], { facts: unknown }>;
export type Trend = Extract<MeasureTrendsQuery['measureTrends'], { trends: unknown }>['trends'][number];

/** Column of an import file that tells a fact. */
const COLUMN: Readonly<Record<string, string>> = {
  offered: 'offered',
  answered: 'answered',
  answeredInTime: 'answered_within',
  abandoned: 'abandoned',
  abandonedInTime: 'abandoned_within',
  abandonedIn5s: 'short_abandoned',
  totalHandleSeconds: 'total_handle_seconds',
  totalWaitSeconds: 'total_wait_seconds',
  backlog: 'backlog',
};

const VARIABLES = new Map(KPI_VARIABLES.map((variable) => [variable.name, variable]));

/** A fact in the reader's words. */
export function titleOfFact(name: string, { measureFactKinds }: Pick<Definitions, 'measureFactKinds'>): string {
  const variable = VARIABLES.get(name);
  if (variable) return local(variable.title);
  return measureFactKinds.find((kind) => kind.name === name)?.title ?? name;
}

/** What would bring missing facts, each source once. */
export function reasonOf(names: readonly string[], definitions: Pick<Definitions, 'measureFactKinds'>): string {
  const bySource = new Map<KpiSource, string[]>();
  for (const name of names) {
    const source = VARIABLES.get(name)?.source ?? 'import';
    bySource.set(source, [...(bySource.get(source) ?? []), name]);
  }
  return [...bySource]
    .map(([source, missing]) =>
      t(`measureTools.lack_${source}`, {
        names: missing.map((name) => titleOfFact(name, definitions)).join(t('measureTools.comma')),
        columns: missing.map((name) => COLUMN[name] ?? name).join(', '),
      }),
    )
    .join(' ');
}

export function valueText(value: number, unit: string | null | undefined): string {
  return amountText({ value, unit: (unit ?? 'number') as AmountUnit }, currentLanguage());
}

/** A value of a series, or why there is none; `bucket` −1 is the whole. */
export function cellText(
  series: Series,
  bucket: number,
  definitions: Pick<Definitions, 'measureFactKinds'>,
): { readonly kind: 'value' | 'none'; readonly text: string } {
  const value = bucket < 0 ? series.whole : series.values[bucket];
  if (value !== null && value !== undefined) return { kind: 'value', text: valueText(value, series.unit) };
  const lack = series.lacks.find((one) => one.bucket === bucket);
  const text = lack?.text ? local(lack.text) : reasonOf(lack?.names ?? [], definitions);
  return { kind: 'none', text };
}

/** The target in force at the end of the time: the queue's own, else that of all. */
export function targetOf(
  targets: readonly Target[],
  {
    measureId,
    queueId,
    untilOn,
  }: { readonly measureId: string; readonly queueId: string | null; readonly untilOn: string },
): Target | undefined {
  const inForce = (of: string | null) =>
    targets.filter((one) => one.measureId === measureId && (one.queueId ?? null) === of && one.fromOn < untilOn).at(-1);
  return (queueId ? inForce(queueId) : undefined) ?? inForce(null);
}

export const isMet = (value: number, { direction, value: wanted }: Target): boolean =>
  direction === 'AT_LEAST' ? value >= wanted : value <= wanted;

/** `good`, `bad` or neither, of a move that is more than noise. */
export function toneOfTrend({ now, before, verdict }: Trend, better: Measure['better']): 'good' | 'bad' | 'plain' {
  if (verdict !== 'more-than-noise' || now == null || before == null || !better) return 'plain';
  return now > before === (better === 'HIGHER') ? 'good' : 'bad';
}

/** Every name a formula may use, with its unit: of the catalogue, of imports, of other measures. */
export function setWith(
  { measureDefinitions, measureFactKinds }: Definitions,
  edited: { readonly id: string | null; readonly formula: string; readonly name: string | null },
): { readonly set: MeasureSet; readonly measure: { id: string; name: string | null; formula: string } } {
  const measure = { id: edited.id ?? 'new', name: edited.name, formula: edited.formula };
  const others = measureDefinitions
    .filter(({ id }) => id !== measure.id)
    .map(({ id, name, formula }) => ({ id, name: name ?? null, formula }));
  const kinds = measureFactKinds.map(({ name, unit }) => ({ name, unit: unit as AmountUnit }));
  return { set: new MeasureSet([...others, measure], kinds), measure };
}

export function factSumsOf(facts: Facts): FactSums {
  return new Map(
    facts.facts.flatMap(({ name, whole, wholeLacking }) =>
      whole == null ? [] : [[name, { sum: whole, lacking: wholeLacking }]],
    ),
  );
}

/** Names of facts with values, weights left out, which belong to theirs. */
export const shownFacts = (facts: Facts): Facts['facts'] => facts.facts.filter(({ name }) => !name.endsWith(WEIGHT));

/** What a formula comes to while it is typed: a value, that it is not known, or a fault with its place. */
export interface OutcomeInWords {
  readonly kind: 'value' | 'no-value' | 'fault';
  readonly text: string;
  readonly position: number | null;
}

export function outcomeInWords(
  outcome: MeasureOutcome,
  definitions: Pick<Definitions, 'measureFactKinds'>,
): OutcomeInWords {
  switch (outcome.kind) {
    case 'value':
      return { kind: 'value', text: valueText(outcome.value, outcome.unit), position: null };
    case 'unknown-facts':
      return { kind: 'no-value', text: reasonOf(outcome.names, definitions), position: null };
    case 'cycle':
      return { kind: 'fault', text: t('measureTools.cycle', { way: outcome.names.join(' → ') }), position: null };
    case 'formula-error': {
      const { position } = outcome;
      return {
        kind: position === null ? 'no-value' : 'fault',
        text: formulaErrorText(outcome, currentLanguage()),
        position,
      };
    }
  }
}
