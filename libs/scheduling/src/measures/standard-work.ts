import type { StandardMeasure } from './measure.js';

/** How people's time was spent. */
export const PEOPLE_MEASURES: readonly StandardMeasure[] = [
  {
    id: 'occupancy-of-agents',
    title: { en: 'Occupancy', ja: '稼働率' },
    formula: 'handlingSeconds / (handlingSeconds + idleSeconds) * 100 %',
    group: 'people',
    meaning: {
      en: 'In contacts and after them, of that and available idle time. Breaks and meetings are on neither side.',
      ja: '対応中と後処理 ÷ (対応中と後処理 + 待機)。休憩や会議は含みません。',
    },
    source: 'wfmclubs.com, WFM metrics; states of agents, docs/methods/agent-states.md',
    better: null,
  },
  {
    id: 'utilisation',
    title: { en: 'Utilisation', ja: '利用率' },
    formula: 'handlingSeconds / (handlingSeconds + idleSeconds + auxSeconds) * 100 %',
    group: 'people',
    meaning: {
      en: 'In contacts and after them, of all time signed in: time off the queue counts below the line as well.',
      ja: '対応中と後処理 ÷ サインイン中の全時間。離席や会議も分母に入ります。',
    },
    source: 'wfmclubs.com, WFM metrics',
    better: null,
  },
  {
    id: 'adherence',
    title: { en: 'Adherence', ja: '遵守率' },
    formula: 'max(0, 1 - outSeconds / judgedSeconds) * 100 %',
    group: 'people',
    meaning: {
      en: '1 − time out of the schedule / scheduled time judged, with grace, excuses and ignored codes taken out (Genesys form).',
      ja: '1 − 予定から外れた時間 ÷ 判定した予定時間。猶予・説明済み・対象外の状態を除きます(Genesys式)。',
    },
    source: 'Genesys Cloud, adherence; docs/methods/adherence.md',
    better: 'higher',
  },
  {
    id: 'conformance',
    title: { en: 'Conformance', ja: '充足率' },
    formula: 'contactWorkedSeconds / contactScheduledSeconds * 100 %',
    group: 'people',
    meaning: {
      en: 'Contact work done, over contact work scheduled; may exceed 100%.',
      ja: '実際の対応時間 ÷ 予定された対応時間。100%を超えることがあります。',
    },
    source: 'Genesys Cloud, adherence; docs/methods/adherence.md',
    better: null,
  },
  {
    id: 'shrinkage-planned',
    title: { en: 'Shrinkage, planned', ja: '計画シュリンケージ' },
    formula: '(paidSeconds - plannedContactSeconds + paidAbsenceSeconds) / (paidSeconds + paidAbsenceSeconds) * 100 %',
    group: 'people',
    meaning: {
      en: 'Paid time of published shifts off contacts (breaks, training, meetings) and paid time off, of all paid time.',
      ja: '公開シフトの有給時間のうち対応以外(休憩・研修・会議)と有給休暇 ÷ 全有給時間。',
    },
    source: 'Amazon Connect, shrinkage; wfmclubs.com, WFM metrics; docs/methods/shrinkage.md',
    better: null,
  },
  {
    id: 'shrinkage-unplanned',
    title: { en: 'Shrinkage, unplanned', ja: '計画外シュリンケージ' },
    formula: 'max(0 s, contactScheduledSeconds - contactWorkedSeconds) / contactScheduledSeconds * 100 %',
    group: 'people',
    meaning: {
      en: 'Contact work scheduled and not done (sick, late, away), of contact work scheduled.',
      ja: '予定された対応のうち行われなかった時間(病欠・遅刻・離席) ÷ 予定された対応時間。',
    },
    source: 'Amazon Connect, shrinkage; wfmclubs.com, WFM metrics',
    better: 'lower',
  },
  {
    id: 'wellbeing-fine',
    title: { en: 'Wellbeing: share that is fine', ja: 'ウェルビーイング:良好の割合' },
    formula: '(wellbeingJudged - wellbeingWatch - wellbeingStrained) / wellbeingJudged * 100 %',
    group: 'people',
    meaning: {
      en: 'Of all people and wellbeing measures judged each week, those in the band “fine”. Groups under five are hidden, not counted.',
      ja: '毎週の人と指標の判定のうち「良好」の割合。5人未満のグループは表示せず、数えません。',
    },
    source: 'docs/methods/wellbeing.md',
    better: 'higher',
  },
  {
    id: 'wellbeing-strained',
    title: { en: 'Wellbeing: share that is strained', ja: 'ウェルビーイング:負担大の割合' },
    formula: 'wellbeingStrained / wellbeingJudged * 100 %',
    group: 'people',
    meaning: {
      en: 'Of all people and wellbeing measures judged each week, those in the band “strained”. Groups under five are hidden.',
      ja: '毎週の人と指標の判定のうち「負担大」の割合。5人未満のグループは表示しません。',
    },
    source: 'docs/methods/wellbeing.md',
    better: 'lower',
  },
];

/** How well it was planned. */
export const PLANNING_MEASURES: readonly StandardMeasure[] = [
  {
    id: 'forecast-error-interval',
    title: { en: 'Forecast error by interval (WAPE)', ja: '予測誤差・時間帯別(WAPE)' },
    formula: 'forecastIntervalError / forecastActual',
    group: 'planning',
    meaning: {
      en: 'Sum of |actual − forecast| of intervals, over all that came. The forecast in force at the start of each day.',
      ja: '時間帯別の|実績 − 予測|の合計 ÷ 実績の合計。各日の開始時点で有効な予測を用います。',
    },
    source: 'practice; docs/methods/forecast-accuracy.md',
    better: 'lower',
  },
  {
    id: 'forecast-error-day',
    title: { en: 'Forecast error by day (WAPE)', ja: '予測誤差・日別(WAPE)' },
    formula: 'forecastDayError / forecastActual',
    group: 'planning',
    meaning: {
      en: 'Sum of |actual − forecast| of days, over all that came: under 10% is good, over 20% to be looked at.',
      ja: '日別の|実績 − 予測|の合計 ÷ 実績の合計。10%未満は良好、20%超は要確認。',
    },
    source: 'practice; docs/methods/forecast-accuracy.md',
    better: 'lower',
  },
  {
    id: 'forecast-bias',
    title: { en: 'Forecast bias', ja: '予測の偏り' },
    formula: '(forecastContacts - forecastActual) / forecastActual',
    group: 'planning',
    meaning: {
      en: 'Forecast − actual, over actual: above 0 too much was forecast.',
      ja: '(予測 − 実績) ÷ 実績。正なら予測が過大。',
    },
    source: 'practice; docs/methods/forecast-accuracy.md',
    better: null,
  },
  {
    id: 'schedule-efficiency',
    title: { en: 'Schedule efficiency, mean of intervals', ja: '配置効率(時間帯の平均)' },
    formula: 'efficiencySum / efficiencyIntervals * 100 %',
    group: 'planning',
    meaning: {
      en: 'Mean over intervals of to roster / scheduled, of those with both: 85 to 95% is good, above 97% no buffer.',
      ja: '時間帯ごとの必要 ÷ 配置の平均。85〜95%が良好、97%超は余裕なし。',
    },
    source: 'practice of workforce management',
    better: null,
  },
  {
    id: 'schedule-fit',
    title: { en: 'Schedule fit', ja: '配置の適合度' },
    formula: '(1 - (overSeconds + underSeconds) / (scheduledSeconds - overSeconds + underSeconds)) * 100 %',
    group: 'planning',
    meaning: {
      en: '1 − sum of |scheduled − to roster| / sum of to roster.',
      ja: '1 − |配置 − 必要|の合計 ÷ 必要の合計。',
    },
    source: 'practice of workforce management',
    better: 'higher',
  },
  {
    id: 'coverage-within-5-percent',
    title: { en: 'Intervals staffed within ±5%', ja: '過不足±5%以内の時間帯' },
    formula: 'intervalsWithin5Percent / neededIntervals * 100 %',
    group: 'planning',
    meaning: {
      en: 'Intervals whose scheduled agents are within 5% of those to roster, of all with a requirement.',
      ja: '必要人数のある時間帯のうち、配置が必要の±5%以内の割合。',
    },
    source: 'practice of workforce management',
    better: 'higher',
  },
  {
    id: 'time-over',
    title: { en: 'Agent time over', ja: '過剰な配置時間' },
    formula: 'overSeconds',
    group: 'planning',
    meaning: { en: 'Scheduled beyond the requirement, all intervals.', ja: '必要を上回る配置時間の合計。' },
    source: 'practice of workforce management',
    better: 'lower',
  },
  {
    id: 'time-short',
    title: { en: 'Agent time short', ja: '不足した配置時間' },
    formula: 'underSeconds',
    group: 'planning',
    meaning: { en: 'Short of the requirement, all intervals.', ja: '必要に足りない時間の合計。' },
    source: 'practice of workforce management',
    better: 'lower',
  },
  {
    id: 'notice',
    title: { en: 'Notice of shifts', ja: 'シフトの事前通知' },
    formula: 'noticeSeconds / shiftCount',
    group: 'planning',
    meaning: {
      en: 'From publishing to the start of the shift, mean of published shifts.',
      ja: '公開からシフト開始までの平均。',
    },
    source: 'docs/methods/wellbeing.md, notice',
    better: 'higher',
  },
];
