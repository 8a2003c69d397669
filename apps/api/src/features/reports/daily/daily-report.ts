import {
  reportBlock,
  type ReportBlock,
  type ReportCell,
  type ReportContent,
  type ReportFigure,
} from '../content/report-content.js';
import { amountWords, changeWords, periodWords } from '../content/report-texts.js';
import type { DailyFacts, QueueDayFacts } from './daily-facts.js';
import { cellTexts, demandPath, doneWords, happenedWords, sumOf, tomorrowWords, whyWords } from './daily-words.js';

const TITLE = { en: 'Report of the day', ja: '日次レポート' };
const HEADS = {
  happened: { en: 'What happened', ja: '何が起きたか' },
  why: { en: 'Why', ja: 'その要因' },
  done: { en: 'What was done', ja: '対応したこと' },
  tomorrow: { en: 'Tomorrow', ja: '明日の見通し' },
  queues: { en: 'By queue', ja: 'キュー別' },
};
const COLUMNS = [
  { en: 'Offered', ja: '受付数' },
  { en: 'Forecast', ja: '予測' },
  { en: 'In time', ja: '時間内応答' },
  { en: 'Goal', ja: '目標' },
  { en: 'Worst half hour', ja: '最低の30分' },
  { en: 'Handle time', ja: '処理時間' },
];

/** The report of a day, made of its numbers by templates: what happened, why, what was done, what stands for tomorrow. */
export function dailyReport(facts: DailyFacts): ReportContent {
  const text = (id: keyof typeof HEADS, paragraphs: ReportBlock['paragraphs']) =>
    reportBlock({ id, title: HEADS[id], width: id === 'done' || id === 'tomorrow' ? 2 : 4, paragraphs });
  return {
    title: TITLE,
    period: periodWords(facts.on, 1),
    fromOn: facts.on,
    days: 1,
    blocks: [
      ...figuresOf(facts),
      text('happened', happenedWords(facts)),
      text('why', whyWords(facts)),
      text('done', doneWords(facts)),
      text('tomorrow', tomorrowWords(facts)),
      ...(facts.queues.length > 0 ? [queueTable(facts)] : []),
    ],
  };
}

function figuresOf({ queues, on }: DailyFacts): ReportBlock[] {
  if (queues.length === 0) return [];
  const [offered, forecast] = [sumOf(queues, 'offered'), sumOf(queues, 'forecast')];
  const levelled = queues.filter(({ level, goal }) => level !== null && goal !== null);
  const share = (of: (queue: QueueDayFacts) => number): number =>
    levelled.reduce((sum, queue) => sum + of(queue) * queue.offered, 0) / sumOf(levelled, 'offered');
  const volume = figure(
    { value: offered, unit: 'contacts' },
    forecast > 0 ? { value: forecast, unit: 'contacts', called: { en: 'Forecast', ja: '予測' } } : null,
  );
  const block = (id: string, title: ReportBlock['title'], of: ReportFigure) =>
    reportBlock({ id, title, width: 2, path: demandPath(on), figure: of });
  const volumeBlock = block(
    'volume',
    { en: 'Contacts offered, against forecast', ja: '受付数（予測との比較）' },
    volume,
  );
  if (sumOf(levelled, 'offered') === 0) return [volumeBlock];
  const [level, goal] = [share((queue) => queue.level!), share((queue) => queue.goal!)];
  const aim: Against = { value: goal, unit: 'fraction', called: { en: 'Goal', ja: '目標' } };
  const service = figure({ value: level, unit: 'fraction' }, aim);
  const levelTitle = { en: 'Answered in time, against the goals', ja: '時間内応答（目標との比較）' };
  return [volumeBlock, block('level', levelTitle, { ...service, met: level >= goal })];
}

type Amount = Parameters<typeof amountWords>[0];

/** What a figure is held against, and its name. */
type Against = Amount & { readonly called: { readonly en: string; readonly ja: string } };

function figure(amount: Amount, target: Against | null): ReportFigure {
  const rounded = amount.unit === 'contacts' ? { ...amount, value: Math.round(amount.value) } : amount;
  const change =
    target &&
    changeWords({
      ...amount,
      value: amount.unit === 'contacts' ? Math.round(amount.value - target.value) : amount.value - target.value,
    });
  return {
    ...{ value: amount.value, text: amountWords(rounded), why: null, met: null, before: null },
    target: target && againstWords(target),
    change,
  };
}

function againstWords({ called, ...against }: Against): NonNullable<ReportFigure['target']> {
  const value = against.unit === 'contacts' ? Math.round(against.value) : against.value;
  const words = amountWords({ ...against, value });
  return { en: `${called.en}: ${words.en}`, ja: `${called.ja}: ${words.ja}` };
}

function queueTable({ queues, on, zone }: DailyFacts): ReportBlock {
  const cell = (value: number | null, words: (value: number) => ReportCell['text']): ReportCell => ({
    value,
    text: value === null ? cellTexts.none : words(value),
  });
  const rows = queues.map((queue) => {
    const span = queue.worst && cellTexts.between(queue.worst, zone);
    const low = queue.worst && cellTexts.percent(queue.worst.level);
    return {
      title: queue.name,
      path: demandPath(on, queue.queueId),
      cells: [
        cell(queue.offered, cellTexts.contacts),
        cell(queue.forecast, cellTexts.contacts),
        cell(queue.level, cellTexts.percent),
        cell(queue.goal, cellTexts.percent),
        {
          value: queue.worst?.level ?? null,
          text: span && low ? { en: `${span.en} ${low.en}`, ja: `${span.ja} ${low.ja}` } : cellTexts.none,
        },
        cell(queue.handleSeconds, cellTexts.seconds),
      ],
    };
  });
  return reportBlock({
    id: 'queues',
    title: HEADS.queues,
    width: 4,
    table: { head: { en: 'Queue', ja: 'キュー' }, columns: COLUMNS, rows },
  });
}
