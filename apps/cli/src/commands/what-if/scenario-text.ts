import { moneyText } from '@yotei/scheduling/costs';
import { amountText, type AmountUnit, type TextLanguage } from '@yotei/scheduling/staffing';
import type { ScenarioAnswer, ScenarioFigures } from '@yotei/scheduling/scenarios';
import { textTable } from '../text-table.js';

interface Measure {
  readonly title: Readonly<Record<TextLanguage, string>>;
  readonly unit: AmountUnit | 'money';
  readonly valueOf: (figures: ScenarioFigures) => number;
}

const MEASURES: readonly Measure[] = [
  { title: { en: 'contacts', ja: 'コンタクト数' }, unit: 'number', valueOf: ({ contacts }) => contacts },
  { title: { en: 'handle time', ja: '処理時間' }, unit: 'seconds', valueOf: (own) => own.averageHandleSeconds },
  { title: { en: 'required agent-hours', ja: '必要人時' }, unit: 'number', valueOf: (own) => own.requiredHours },
  { title: { en: 'agent-hours to roster', ja: '配置必要人時' }, unit: 'number', valueOf: (own) => own.hoursToRoster },
  {
    title: { en: 'agents at the peak', ja: 'ピーク時の人数' },
    unit: 'number',
    valueOf: (own) => own.peakAgentsToRoster,
  },
  { title: { en: 'full-time equivalents', ja: '常勤換算' }, unit: 'number', valueOf: (own) => own.requiredFte },
  { title: { en: 'service level', ja: 'サービスレベル' }, unit: 'fraction', valueOf: (own) => own.serviceLevel },
  { title: { en: 'mean wait', ja: '平均待ち時間' }, unit: 'seconds', valueOf: (own) => own.asaSeconds },
  { title: { en: 'abandonment', ja: '放棄率' }, unit: 'fraction', valueOf: (own) => own.abandonment },
  { title: { en: 'occupancy', ja: '稼働率' }, unit: 'fraction', valueOf: (own) => own.occupancy },
  { title: { en: 'chance of the goal', ja: '目標達成確率' }, unit: 'fraction', valueOf: (own) => own.chanceToMeet },
  {
    title: { en: 'cost of who works', ja: '費用（配置）' },
    unit: 'money',
    valueOf: (own) => own.cost?.total ?? Number.NaN,
  },
  {
    title: { en: 'cost of what is required', ja: '費用（必要）' },
    unit: 'money',
    valueOf: (own) => own.requiredCost?.total ?? Number.NaN,
  },
];

const HEADER: Readonly<Record<TextLanguage, readonly string[]>> = {
  en: ['', 'base', 'scenario', 'difference'],
  ja: ['', '現状', 'シナリオ', '差'],
};

function shown(value: number, unit: Measure['unit'], { language, currency }: TableTerms): string {
  if (unit === 'money') return moneyText(value, currency ?? 'XXX', { language });
  return amountText({ value, unit }, language);
}

/** The difference with its sign; of shares in points, because a percent of a percent is something else. */
function moreShown(more: number, unit: Measure['unit'], terms: TableTerms): string {
  const sign = more > 0 ? '+' : '';
  if (unit !== 'fraction' || Number.isNaN(more)) return sign + shown(more, unit, terms);
  const points = amountText({ value: more * 100, unit: 'number' }, terms.language, 1);
  return `${sign}${points}${terms.language === 'en' ? ' points' : 'ポイント'}`;
}

interface TableTerms {
  readonly language: TextLanguage;
  readonly currency: string | null;
}

/** Base and scenario side by side, measure by measure; those without any figure are left out. */
export function scenarioTable(base: ScenarioFigures, next: ScenarioFigures, terms: TableTerms): readonly string[] {
  const rows = MEASURES.flatMap(({ title, unit, valueOf }) => {
    const [before, after] = [valueOf(base), valueOf(next)];
    if (Number.isNaN(before) && Number.isNaN(after)) return [];
    return [
      [
        title[terms.language],
        shown(before, unit, terms),
        shown(after, unit, terms),
        moreShown(after - before, unit, terms),
      ],
    ];
  });
  return textTable(HEADER[terms.language], rows);
}

/** Hours and service of each queue, before and after; a queue only one of them has is a dash in the other. */
export function queueTable(base: ScenarioAnswer, next: ScenarioAnswer, language: TextLanguage): readonly string[] {
  const ids = [...new Set([...base.queues, ...next.queues].map(({ queueId }) => queueId))];
  const header =
    language === 'en'
      ? ['queue', 'hours', 'hours then', 'service level', 'service level then']
      : ['キュー', '人時', '変更後', 'サービスレベル', '変更後'];
  const of = (answer: ScenarioAnswer, id: string) => answer.queues.find(({ queueId }) => queueId === id);
  const hours = (value?: number) => amountText({ value: value ?? Number.NaN, unit: 'number' }, language, 1);
  const level = (value?: number) => amountText({ value: value ?? Number.NaN, unit: 'fraction' }, language);
  const rows = ids.map((id) => {
    const [before, after] = [of(base, id), of(next, id)];
    return [
      (after ?? before)!.title,
      hours(before?.total.hoursToRoster),
      hours(after?.total.hoursToRoster),
      level(before?.total.serviceLevel),
      level(after?.total.serviceLevel),
    ];
  });
  return textTable(header, rows);
}
