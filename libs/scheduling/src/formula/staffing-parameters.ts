import type { FormulaParameter } from './formula-function.js';

const parameter = (name: string, rest: Omit<FormulaParameter, 'name'>): FormulaParameter => ({ name, ...rest });

const LINES = { en: 'lines: most contacts waiting and handled together', ja: '回線数：待ちと対応中の合計の上限' };

/** Every parameter of the staffing functions, each described once. */
export const P = {
  contacts: parameter('contacts', {
    unit: 'contacts',
    title: {
      en: 'contacts in the interval; or contacts per time, and no interval',
      ja: '時間帯の件数。単位時間あたりの件数なら時間帯は不要',
    },
    example: '100 per 30 min',
  }),
  interval: parameter('intervalSeconds', {
    unit: 'seconds',
    title: { en: 'length of the interval', ja: '時間帯の長さ' },
    example: '30 min',
    positive: true,
  }),
  handle: parameter('handleSeconds', {
    unit: 'seconds',
    title: { en: 'mean handle time', ja: '平均処理時間' },
    example: '180 s',
  }),
  agents: parameter('agents', {
    unit: 'agents',
    title: { en: 'agents on contacts', ja: '対応中の人数' },
    example: '14',
    whole: true,
  }),
  lines: parameter('lines', { unit: 'number', title: LINES, example: '17', whole: true }),
  load: parameter('loadErlangs', { unit: 'erlangs', title: { en: 'offered load', ja: '呼量' }, example: '10' }),
  within: parameter('answerWithinSeconds', {
    unit: 'seconds',
    title: { en: 'threshold of the service level', ja: '応答目標時間' },
    example: '20 s',
  }),
  level: parameter('serviceLevel', {
    unit: 'fraction',
    title: { en: 'share answered in time', ja: '時間内応答率の目標' },
    example: '80 %',
    optional: true,
  }),
  patience: parameter('patienceSeconds', {
    unit: 'seconds',
    title: { en: 'mean patience; then Erlang A', ja: '平均忍耐時間（指定時はアーランA）' },
    example: '300 s',
    positive: true,
    optional: true,
  }),
  variant: parameter('variant', {
    unit: 'variant',
    title: { en: 'which service level', ja: 'サービスレベルの定義' },
    example: 'answeredOfAnswered',
    optional: true,
  }),
  concurrency: parameter('concurrency', {
    unit: 'number',
    title: {
      en: 'most contacts an agent handles at once; above 1 the chat model',
      ja: '同時対応数の上限（2以上でチャットモデル）',
    },
    example: '3',
    optional: true,
  }),
  slowdown: parameter('slowdown', {
    unit: 'fraction',
    title: { en: 'how much longer each lasts for every further one', ja: '同時対応が1件増えるごとの処理時間の伸び' },
    example: '20 %',
    optional: true,
  }),
  mostLines: parameter('lines', {
    unit: 'number',
    title: LINES,
    example: '30',
    whole: true,
    most: 10_000,
    optional: true,
  }),
  redial: parameter('redial', {
    unit: 'fraction',
    title: {
      en: 'share of failed attempts that try again; then Erlang X',
      ja: '未応答のうち再試行する割合（指定時はアーランX）',
    },
    example: '30 %',
    optional: true,
  }),
  shrinkage: parameter('shrinkage', {
    unit: 'fraction',
    title: { en: 'share of paid time lost; several reasons multiply', ja: 'シュリンケージ。複数の場合は掛け合わせる' },
    example: '30 %',
  }),
} as const;

export const optional = (each: FormulaParameter): FormulaParameter => ({ ...each, optional: true });
/** The load: contacts, interval, handle time. */
export const LOAD = [P.contacts, P.interval, P.handle];
/** What may be said of the queue beside its load. */
export const QUEUE = [P.patience, P.concurrency, P.slowdown, P.mostLines, P.redial];

const limit = (name: string, example: string, title: FormulaParameter['title']): FormulaParameter =>
  parameter(name, { unit: 'fraction', title, example, optional: true });
export const MAX_OCCUPANCY = limit('maxOccupancy', '85 %', { en: 'greatest occupancy', ja: '稼働率の上限' });
/** What may be asked for beside, or instead of, a service level. */
export const GOALS = [
  parameter('asaSeconds', {
    unit: 'seconds',
    title: { en: 'greatest mean wait', ja: '平均応答時間の上限' },
    example: '20 s',
    optional: true,
  }),
  MAX_OCCUPANCY,
  limit('maxAbandonment', '5 %', { en: 'greatest share that abandons', ja: '放棄率の上限' }),
  limit('maxBlocking', '2 %', { en: 'greatest share turned away', ja: '呼損率の上限' }),
];
