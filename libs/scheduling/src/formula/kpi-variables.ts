import type { AmountUnit, LocalisedText } from '../staffing/index.js';
import type { FormulaVariable } from './formula-functions.js';

/** Where a fact comes from, so that a missing one can be told with what would bring it. */
export const KPI_SOURCES = [
  'contacts',
  'forecast',
  'requirement',
  'coverage',
  'roster',
  'states',
  'adherence',
  'wellbeing',
  'import',
  'span',
] as const;
export type KpiSource = (typeof KPI_SOURCES)[number];

/** A name KPI formulas may use. */
export interface KpiVariable extends FormulaVariable {
  readonly title: LocalisedText;
  readonly source: KpiSource;
  /** What it is told of: queues (and their channel and site), teams (and their site), both, or of the span alone. */
  readonly of: 'queue' | 'team' | 'both' | 'span';
  /** `sum`: adds up over time. `last`: what stood at the end. `made`: computed from others. */
  readonly adds: 'sum' | 'last' | 'made';
}

type Row = readonly [name: string, unit: AmountUnit, en: string, ja: string, adds?: KpiVariable['adds']];

const told = (source: KpiSource, of: KpiVariable['of'], rows: readonly Row[]): readonly KpiVariable[] =>
  rows.map(([name, unit, en, ja, adds = 'sum']) => ({ name, unit, title: { en, ja }, source, of, adds }));

/**
 * The names of KPI formulas, such as `abandoned / offered`: sums over whatever span a KPI is shown for, so that a
 * day's service level is weighted by contacts and never the mean of its intervals.
 */
export const KPI_VARIABLES: readonly KpiVariable[] = [
  ...told('contacts', 'queue', [
    ['offered', 'contacts', 'contacts offered', '受付数'],
    ['answered', 'contacts', 'contacts answered', '応答数'],
    ['answeredInTime', 'contacts', 'answered within the threshold', '応答目標時間内の応答数'],
    ['abandoned', 'contacts', 'contacts that left while waiting', '放棄数'],
    ['abandonedInTime', 'contacts', 'left within the threshold', '応答目標時間内の放棄数'],
    ['abandonedIn5s', 'contacts', 'left within 5 seconds', '5秒以内の放棄数'],
    ['blocked', 'contacts', 'contacts turned away', '呼損数'],
    ['handleSeconds', 'seconds', 'mean handle time', '平均処理時間', 'made'],
    ['totalHandleSeconds', 'seconds', 'handle time of all answered', '総処理時間'],
    ['totalWaitSeconds', 'seconds', 'wait of all answered', '応答までの総待ち時間'],
    ['backlog', 'contacts', 'contacts waiting at the end', '期末の未対応数', 'last'],
  ]),
  ...told('forecast', 'queue', [
    ['forecastContacts', 'contacts', 'contacts forecast, where actuals have come', '予測数(実績のある時間帯)'],
    ['forecastActual', 'contacts', 'contacts that came where a forecast was', '予測のある時間帯の実績数'],
    ['forecastIntervalError', 'contacts', 'forecast errors of intervals, without sign', '時間帯別の予測誤差の合計'],
    ['forecastDayError', 'contacts', 'forecast errors of days, without sign', '日別の予測誤差の合計'],
  ]),
  ...told('requirement', 'queue', [
    ['requiredSeconds', 'seconds', 'agents’ time required', '必要な対応時間'],
    ['toRosterSeconds', 'seconds', 'agents’ time to roster', '配置が必要な時間'],
    ['requiredAgents', 'agents', 'required agents, mean', '必要人数(平均)', 'made'],
    ['agentsToRoster', 'agents', 'agents to roster, mean', '配置必要人数(平均)', 'made'],
  ]),
  ...told('coverage', 'queue', [
    ['scheduledSeconds', 'seconds', 'agents’ time scheduled on contacts', 'コンタクト対応の配置時間'],
    ['overSeconds', 'seconds', 'scheduled beyond the requirement', '必要を上回る配置時間'],
    ['underSeconds', 'seconds', 'short of the requirement', '必要に足りない時間'],
    ['neededIntervals', 'number', 'intervals with a requirement', '必要人数のある時間帯の数'],
    ['intervalsWithin5Percent', 'number', 'of them staffed within ±5 %', '過不足±5%以内の時間帯の数'],
    ['efficiencySum', 'number', 'sum of required / scheduled of intervals', '時間帯ごとの必要/配置の合計'],
    ['efficiencyIntervals', 'number', 'intervals with both', '必要と配置のある時間帯の数'],
    ['scheduledAgents', 'agents', 'scheduled agents, mean', '配置人数(平均)', 'made'],
  ]),
  ...told('roster', 'team', [
    ['paidSeconds', 'seconds', 'paid time of published shifts', '公開シフトの有給労働時間'],
    ['plannedContactSeconds', 'seconds', 'of it on contacts', 'うちコンタクト対応時間'],
    ['paidAbsenceSeconds', 'seconds', 'paid time off', '有給休暇の時間'],
    ['shiftCount', 'number', 'published shifts', '公開シフト数'],
    ['noticeSeconds', 'seconds', 'publishing to start of shift, all shifts', '公開からシフト開始までの合計'],
  ]),
  ...told('states', 'team', [
    ['handlingSeconds', 'seconds', 'in contacts and after them', '対応中と後処理の時間'],
    ['idleSeconds', 'seconds', 'available and idle', '待機時間'],
    ['auxSeconds', 'seconds', 'signed in, off the queue', '離席・会議・研修などの時間'],
    ['availableSeconds', 'seconds', 'agents’ time on contact work', '対応可能時間', 'made'],
  ]),
  ...told('adherence', 'team', [
    ['judgedSeconds', 'seconds', 'scheduled time that was judged', '遵守を判定した予定時間'],
    ['outSeconds', 'seconds', 'of it out of the schedule', 'うち予定から外れた時間'],
    ['contactScheduledSeconds', 'seconds', 'contact work scheduled', '予定された対応時間'],
    ['contactWorkedSeconds', 'seconds', 'contact work done', '実際の対応時間'],
  ]),
  ...told('wellbeing', 'team', [
    ['wellbeingJudged', 'number', 'people and measures judged, by week', '判定した人と指標の数(週ごと)'],
    ['wellbeingWatch', 'number', 'of them to watch', 'うち注意'],
    ['wellbeingStrained', 'number', 'of them strained', 'うち負担大'],
  ]),
  ...told('import', 'both', [
    ['inquiries', 'contacts', 'inquiries received', '問い合わせ総数'],
    ['totalFirstReplySeconds', 'seconds', 'time to the first reply, all inquiries', '応答までの総時間'],
    ['solved', 'contacts', 'inquiries solved', '解決できた総数'],
    ['solvedAtFirstContact', 'contacts', 'solved at the first contact', '初回で解決した数'],
    ['unsolvable', 'contacts', 'nobody could have solved', '解決しえない数'],
    ['totalSolutionSeconds', 'seconds', 'first report to solved, all solved', '解決までの総時間'],
    ['escalated', 'contacts', 'passed to a higher level', 'エスカレーション数'],
    ['repeated', 'contacts', 'again on the same issue', '再問い合わせ数'],
    ['openTickets', 'contacts', 'open tickets at the end', '期末の未解決チケット数', 'last'],
    ['surveyAnswers', 'number', 'answers to the survey', 'アンケート回答数'],
    ['surveySatisfied', 'number', '“satisfied”', '「満足」の回答数'],
    ['surveyVerySatisfied', 'number', '“very satisfied”', '「非常に満足」の回答数'],
    ['npsAnswers', 'number', 'answers to “would you recommend us?”', '推奨度の回答数'],
    ['npsPromoters', 'number', 'answered 9 or 10', '推奨者(9〜10)'],
    ['npsDetractors', 'number', 'answered 0 to 6', '批判者(0〜6)'],
    ['customers', 'number', 'customers who asked', '問い合わせた顧客数'],
    ['customersAtStart', 'number', 'customers at the start', '期初の顧客数'],
    ['customersKept', 'number', 'of them still customers at the end', 'うち期末も利用中の顧客数'],
  ]),
  ...told('span', 'span', [['spanSeconds', 'seconds', 'length of the span', '対象期間の長さ', 'made']]),
];
