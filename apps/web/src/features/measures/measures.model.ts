import {
  DEFAULT_KPIS,
  evaluateKpi,
  formulaErrorText,
  KPI_FACT_NAMES,
  KPI_VARIABLES,
  type KpiFactName,
  type KpiFacts,
  type KpiOutcome,
} from '@yotei/scheduling/formula';
import { amountText } from '@yotei/scheduling/staffing';
import { currentLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import type { KpiFormulaFieldsFragment, MeasureSpanFieldsFragment } from '../../graphql/generated/graphql.js';

export type KpiFormula = KpiFormulaFieldsFragment;

/** A KPI as shown: of every centre, or one's own, which can be changed. */
export interface ShownKpi {
  readonly id: string;
  readonly title: string;
  readonly formula: string;
  readonly own: KpiFormula | null;
}

export function shownKpis(formulas: readonly KpiFormula[]): readonly ShownKpi[] {
  return [
    ...DEFAULT_KPIS.map(({ id, title, formula }) => ({ id, title: local(title), formula, own: null })),
    ...formulas.map((own) => ({ id: own.id, title: own.title, formula: own.formula, own })),
  ];
}

export function factsOfSpan({ intervalCount, spanSeconds, facts }: MeasureSpanFieldsFragment): KpiFacts {
  const sumOf = (name: KpiFactName) => facts.find((fact) => fact.name === name) ?? { sum: 0, lackingIntervals: 0 };
  return {
    intervalCount,
    spanSeconds,
    facts: Object.fromEntries(KPI_FACT_NAMES.map((name) => [name, sumOf(name)])) as KpiFacts['facts'],
  };
}

/** The column of an import file that tells a fact. */
const COLUMN: Readonly<Record<KpiFactName, string>> = {
  offered: 'offered',
  answered: 'answered',
  answeredInTime: 'answered_within',
  abandoned: 'abandoned',
  totalHandleSeconds: 'total_handle_seconds',
};
/** Facts a name is computed from. */
const MADE_OF: Readonly<Record<string, readonly KpiFactName[]>> = { handleSeconds: ['totalHandleSeconds', 'answered'] };

const isFact = (name: string): name is KpiFactName => KPI_FACT_NAMES.some((one) => one === name);
const titleOf = (name: string) => {
  const variable = KPI_VARIABLES.find((one) => one.name === name);
  return variable ? local(variable.title) : name;
};

/** Why a name has no value, and which import would give it one. */
function reasonOf(name: string, facts: KpiFacts): string {
  const sources = MADE_OF[name] ?? (isFact(name) ? [name] : []);
  if (sources.length === 0) return t('measures.notGathered', { name: titleOf(name) });
  if (facts.intervalCount === 0) return t('measures.noFacts');
  const lacking = sources.find((source) => facts.facts[source].lackingIntervals > 0);
  if (!lacking) return t('measures.nothingAnswered');
  const count = facts.facts[lacking].lackingIntervals;
  return t('measures.lacking', { name: titleOf(lacking), count, column: COLUMN[lacking] });
}

/** What a KPI comes to, in words. `no-value`: not known, or not a number, and why. */
export interface KpiInWords {
  readonly kind: 'value' | 'no-value' | 'fault';
  readonly text: string;
  readonly position: number | null;
}

function inWords(outcome: KpiOutcome, facts: KpiFacts): KpiInWords {
  const language = currentLanguage();
  switch (outcome.kind) {
    case 'value':
      return { kind: 'value', text: amountText(outcome, language), position: null };
    case 'unknown-facts': {
      const reasons = new Set(outcome.names.map((name) => reasonOf(name, facts)));
      return { kind: 'no-value', text: [...reasons].join(' '), position: null };
    }
    case 'formula-error': {
      const { position } = outcome;
      return { kind: position === null ? 'no-value' : 'fault', text: formulaErrorText(outcome, language), position };
    }
  }
}

export function kpiInWords(formula: string, facts: KpiFacts): KpiInWords {
  return inWords(evaluateKpi(formula, facts), facts);
}
