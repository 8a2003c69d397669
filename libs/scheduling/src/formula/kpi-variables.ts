import type { LocalisedText } from '../staffing/index.js';
import type { FormulaVariable } from './formula-functions.js';

/** A name KPI formulas may use, of the facts of a queue over some time. */
export interface KpiVariable extends FormulaVariable {
  readonly title: LocalisedText;
}

/**
 * The names of KPI formulas, such as `abandoned / offered`: sums over whatever span a KPI is shown for, so that a
 * day's service level is weighted by contacts and never the mean of its intervals.
 */
export const KPI_VARIABLES: readonly KpiVariable[] = [
  { name: 'offered', unit: 'contacts', title: { en: 'contacts offered', ja: '受付数' } },
  { name: 'answered', unit: 'contacts', title: { en: 'contacts answered', ja: '応答数' } },
  {
    name: 'answeredInTime',
    unit: 'contacts',
    title: { en: 'answered within the threshold', ja: '応答目標時間内の応答数' },
  },
  { name: 'abandoned', unit: 'contacts', title: { en: 'contacts that left while waiting', ja: '放棄数' } },
  {
    name: 'abandonedInTime',
    unit: 'contacts',
    title: { en: 'left within the threshold', ja: '応答目標時間内の放棄数' },
  },
  { name: 'blocked', unit: 'contacts', title: { en: 'contacts turned away', ja: '呼損数' } },
  { name: 'handleSeconds', unit: 'seconds', title: { en: 'mean handle time', ja: '平均処理時間' } },
  { name: 'totalHandleSeconds', unit: 'seconds', title: { en: 'handle time of all answered', ja: '総処理時間' } },
  { name: 'totalWaitSeconds', unit: 'seconds', title: { en: 'wait of all answered', ja: '応答までの総待ち時間' } },
  { name: 'availableSeconds', unit: 'seconds', title: { en: 'agents’ time on contact work', ja: '対応可能時間' } },
  { name: 'paidSeconds', unit: 'seconds', title: { en: 'paid time', ja: '有給労働時間' } },
  { name: 'spanSeconds', unit: 'seconds', title: { en: 'length of the span', ja: '対象期間の長さ' } },
  { name: 'scheduledAgents', unit: 'agents', title: { en: 'scheduled agents, mean', ja: '配置人数（平均）' } },
  { name: 'requiredAgents', unit: 'agents', title: { en: 'required agents, mean', ja: '必要人数（平均）' } },
  { name: 'agentsToRoster', unit: 'agents', title: { en: 'agents to roster, mean', ja: '配置必要人数（平均）' } },
];
