import type { LocalisedText } from '../staffing/index.js';
import type { FormulaError } from './formula-error.js';
import { compileFormula, type FormulaValue } from './formula.js';
import { kpiValues, type KpiFacts } from './kpi-facts.js';
import { KPI_VARIABLES } from './kpi-variables.js';

/** A KPI that every centre has from the start. */
export interface DefaultKpi {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: LocalisedText;
  readonly formula: string;
}

/**
 * The KPIs of the start, in the order shown. The service level by its denominator: of all offered (what `staff` aims at
 * unless told otherwise), and of the answered alone, which leaves out whoever hung up. "In time" is the threshold the
 * telephone system counted by. docs/methods/formula.md.
 */
export const DEFAULT_KPIS: readonly DefaultKpi[] = [
  { id: 'offered', title: { en: 'Contacts offered', ja: '受付数' }, formula: 'offered' },
  { id: 'answered', title: { en: 'Contacts answered', ja: '応答数' }, formula: 'answered' },
  {
    id: 'service-level-of-offered',
    title: { en: 'Service level, of all offered', ja: 'サービスレベル(受付数に対する)' },
    formula: 'answeredInTime / offered',
  },
  {
    id: 'service-level-of-answered',
    title: {
      en: 'Service level, of the answered (hides abandons)',
      ja: 'サービスレベル(応答数に対する。放棄は含まない)',
    },
    formula: 'answeredInTime / answered',
  },
  { id: 'abandonment', title: { en: 'Abandonment', ja: '放棄率' }, formula: 'abandoned / offered' },
  {
    id: 'handle-time',
    title: { en: 'Mean handle time', ja: '平均処理時間' },
    formula: 'totalHandleSeconds / answered',
  },
];

/** What a KPI comes to: a value, names whose values are not known, or what is wrong with it and where. */
export type KpiOutcome =
  FormulaValue | FormulaError | { readonly kind: 'unknown-facts'; readonly names: readonly string[] };

/** What is wrong with the text of a KPI formula and where; null = it can be shown. */
export function kpiFormulaFault(text: string): FormulaError | null {
  const compiled = compileFormula(text, KPI_VARIABLES);
  return compiled.kind === 'formula' ? null : compiled;
}

/**
 * A KPI over the facts of some time: `abandoned / offered`. Unknown facts make the KPI unknown, never 0; nothing offered
 * makes a share of it a formula error (0 / 0 is no number).
 */
export function evaluateKpi(text: string, facts: KpiFacts): KpiOutcome {
  const compiled = compileFormula(text, KPI_VARIABLES);
  if (compiled.kind !== 'formula') return compiled;
  const values = kpiValues(facts);
  const names = compiled.names.filter((name) => !Object.hasOwn(values, name));
  return names.length > 0 ? { kind: 'unknown-facts', names } : compiled.evaluate(values);
}
