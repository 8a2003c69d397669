import { moneyText } from '@yotei/scheduling/costs';
import type { ScenarioAnswer, ScenarioFigures } from '@yotei/scheduling/scenarios';
import { formatNumber, formatPercent, formatSigned } from '../../../app/format/format-number.js';
import { currentLanguage } from '../../../app/i18n/language.js';
import { t } from '../../../app/i18n/t.js';

type Unit = 'hours' | 'agents' | 'fraction' | 'seconds' | 'money' | 'count';

/** One number of an answer, as shown: what it is called and means stands in the texts under its id. */
export interface Figure {
  readonly id: FigureId;
  readonly unit: Unit;
  /** Which way is good for the one who asks; `neither` is shown without judgement. */
  readonly better: 'higher' | 'lower' | 'neither';
  /** NaN = not known. */
  readonly of: (figures: ScenarioFigures) => number;
}

export const FIGURE_IDS = [
  'requiredHours',
  'requiredPaidHours',
  'peakAgents',
  'requiredFte',
  'serviceLevel',
  'occupancy',
  'chanceToMeet',
  'cost',
  'requiredCost',
  'abandonment',
  'asa',
  'missedIntervals',
  'contacts',
  'handleTime',
  'botContacts',
  'workingHours',
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

const plain: Readonly<Record<FigureId, Omit<Figure, 'id'>>> = {
  requiredHours: { unit: 'hours', better: 'lower', of: (it) => it.requiredHours },
  requiredPaidHours: { unit: 'hours', better: 'lower', of: (it) => it.requiredPaidHours },
  peakAgents: { unit: 'agents', better: 'lower', of: (it) => it.peakAgentsToRoster },
  requiredFte: { unit: 'agents', better: 'lower', of: (it) => it.requiredFte },
  serviceLevel: { unit: 'fraction', better: 'higher', of: (it) => it.serviceLevel },
  occupancy: { unit: 'fraction', better: 'neither', of: (it) => it.occupancy },
  chanceToMeet: { unit: 'fraction', better: 'higher', of: (it) => it.chanceToMeet },
  cost: { unit: 'money', better: 'lower', of: (it) => it.cost?.total ?? Number.NaN },
  requiredCost: { unit: 'money', better: 'lower', of: (it) => it.requiredCost?.total ?? Number.NaN },
  abandonment: { unit: 'fraction', better: 'lower', of: (it) => it.abandonment },
  asa: { unit: 'seconds', better: 'lower', of: (it) => it.asaSeconds },
  missedIntervals: { unit: 'count', better: 'lower', of: (it) => it.missedIntervals },
  contacts: { unit: 'count', better: 'neither', of: (it) => it.contacts },
  handleTime: { unit: 'seconds', better: 'neither', of: (it) => it.averageHandleSeconds },
  botContacts: { unit: 'count', better: 'neither', of: (it) => it.botContacts },
  workingHours: { unit: 'hours', better: 'neither', of: (it) => it.workingHours },
};

export const FIGURES: readonly Figure[] = FIGURE_IDS.map((id) => ({ id, ...plain[id] }));
export const figureOf = (id: FigureId): Figure => ({ id, ...plain[id] });

/** A figure as text; a dash where it is not known. */
export function figureText({ unit }: Figure, value: number, currency: string | null): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return '∞';
  switch (unit) {
    case 'hours':
      return t('scenarios.hours', { hours: formatNumber(value, 1) });
    case 'agents':
      return formatNumber(value, 1);
    case 'fraction':
      return formatPercent(value, 1);
    case 'seconds':
      return t('scenarios.seconds', { seconds: formatNumber(value, 1) });
    case 'money':
      return currency === null ? '–' : moneyText(value, currency, { language: currentLanguage() });
    case 'count':
      return formatNumber(value);
  }
}

/** How far one is from the other, with its sign; shares differ by points. */
function differenceText(figure: Figure, difference: number, currency: string | null): string {
  switch (figure.unit) {
    case 'hours':
      return t('scenarios.hours', { hours: formatSigned(difference, 1) });
    case 'fraction':
      return t('scenarios.points', { points: formatSigned(difference * 100, 1) });
    case 'seconds':
      return t('scenarios.seconds', { seconds: formatSigned(difference, 1) });
    case 'money':
      return currency === null
        ? '–'
        : moneyText(difference, currency, { language: currentLanguage(), signed: true }).replace('-', '−');
    case 'agents':
      return formatSigned(difference, 1);
    case 'count':
      return formatSigned(difference);
  }
}

export type Judgement = 'better' | 'worse' | 'moved' | 'same' | 'unknown';

export interface FigureDifference {
  readonly judgement: Judgement;
  readonly text: string;
}

/** Differences smaller than the last digit shown are none. */
const SMALLEST: Readonly<Record<Unit, number>> = {
  hours: 0.05,
  agents: 0.05,
  fraction: 0.0005,
  seconds: 0.05,
  money: 0.5,
  count: 0.5,
};

/** The scenario against the base, judged by which way is good. */
export function differenceOf(
  figure: Figure,
  { base, scenario, currency }: { readonly base: number; readonly scenario: number; readonly currency: string | null },
): FigureDifference {
  const difference = scenario - base;
  if (!Number.isFinite(difference)) return { judgement: 'unknown', text: '–' };
  if (Math.abs(difference) < SMALLEST[figure.unit]) return { judgement: 'same', text: '±0' };
  const text = differenceText(figure, difference, currency);
  if (figure.better === 'neither') return { judgement: 'moved', text };
  return { judgement: difference > 0 === (figure.better === 'higher') ? 'better' : 'worse', text };
}

/** What part of an answer is looked at. */
export interface Drill {
  readonly queueId?: string | undefined;
  readonly day?: string | undefined;
}

/** The figures of the whole, a queue, a day, or a day of a queue; undefined where the answer has none such. */
export function figuresOf(answer: ScenarioAnswer, { queueId, day }: Drill): ScenarioFigures | undefined {
  const part = queueId === undefined ? answer : answer.queues.find((queue) => queue.queueId === queueId);
  if (!part || day === undefined) return part?.total;
  return [...part.days, ...part.weeks].find(({ fromOn }) => fromOn === day);
}

/** Places of the best of several values; none where fewer than two are known or all are alike. */
export function bestOf(figure: Figure, values: readonly number[]): readonly number[] {
  const known = values.filter((value) => Number.isFinite(value));
  if (figure.better === 'neither' || known.length < 2) return [];
  const best = figure.better === 'higher' ? Math.max(...known) : Math.min(...known);
  const near = SMALLEST[figure.unit];
  const places = values.flatMap((value, index) => (Math.abs(value - best) < near ? [index] : []));
  return places.length === known.length ? [] : places;
}
