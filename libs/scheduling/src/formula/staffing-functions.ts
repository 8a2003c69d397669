import {
  agentsToRoster,
  defaultModelId,
  loadErlangs,
  performanceOf,
  requiredAgents,
  SERVICE_LEVEL_VARIANTS,
  type ServiceGoal,
  type StaffingLoad,
  type StaffingPerformance,
} from '../staffing/index.js';
import {
  NoAnswerError,
  type FormulaArguments,
  type FormulaFunction,
  type FormulaParameter,
} from './formula-function.js';

const parameter = (name: string, rest: Omit<FormulaParameter, 'name'>): FormulaParameter => ({ name, ...rest });

const LINES = { en: 'lines: most contacts waiting and handled together', ja: '回線数：待ちと対応中の合計の上限' };

/** Every parameter of the staffing functions, each described once. */
const P = {
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

const optional = (each: FormulaParameter): FormulaParameter => ({ ...each, optional: true });
const LOAD = [P.contacts, P.interval, P.handle];
/** What may be said of the queue beside its load. */
const QUEUE = [P.patience, P.concurrency, P.slowdown, P.mostLines, P.redial];

const limit = (name: string, example: string, title: FormulaParameter['title']): FormulaParameter =>
  parameter(name, { unit: 'fraction', title, example, optional: true });
const MAX_OCCUPANCY = limit('maxOccupancy', '85 %', { en: 'greatest occupancy', ja: '稼働率の上限' });
const GOALS = [
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

/** Models of several contacts at once go through every state: a formula, typed by hand, must answer at once. */
const MOST_OF_CHATS = 100_000;

function checkChats(load: StaffingLoad, agents = 0): void {
  if ((load.concurrency ?? 1) <= 1 || Math.max(agents, loadErlangs(load)) <= MOST_OF_CHATS) return;
  throw new RangeError('with concurrency a formula takes at most 100,000 agents and erlangs; use the command line');
}

function loadOf(values: FormulaArguments): StaffingLoad {
  const load = {
    contacts: values['contacts']!,
    intervalSeconds: values['intervalSeconds']!,
    averageHandleSeconds: values['handleSeconds']!,
    patienceSeconds: values['patienceSeconds'],
    concurrency: values['concurrency'],
    slowdownFraction: values['slowdown'],
    lines: values['lines'],
    redialFraction: values['redial'],
  };
  checkChats(load, values['agents']);
  return load;
}
/** A load of so many erlangs where nothing depends on the handle time. */
const plainLoad = (erlangs: number, handleSeconds = 3600): StaffingLoad => ({
  contacts: erlangs,
  intervalSeconds: handleSeconds,
  averageHandleSeconds: handleSeconds,
});

function goalOf(values: FormulaArguments): ServiceGoal {
  const { serviceLevel, answerWithinSeconds, variant, asaSeconds, maxOccupancy, maxAbandonment, maxBlocking } = values;
  return {
    serviceLevelFraction: serviceLevel,
    answerWithinSeconds,
    serviceLevelVariant: variant === undefined ? undefined : SERVICE_LEVEL_VARIANTS[variant],
    asaSeconds,
    maxOccupancyFraction: maxOccupancy,
    maxAbandonmentFraction: maxAbandonment,
    maxBlockingFraction: maxBlocking,
  };
}

function leastAgents(values: FormulaArguments): number {
  const load = loadOf(values);
  const answer = requiredAgents(defaultModelId(load), load, goalOf(values));
  if (answer.kind === 'staffed') return answer.agents;
  throw new NoAnswerError();
}

type Measure = Exclude<
  { [K in keyof StaffingPerformance]: StaffingPerformance[K] extends number ? K : never }[keyof StaffingPerformance],
  undefined
>;
const measured =
  (measure: Measure) =>
  (values: FormulaArguments): number => {
    const load = loadOf(values);
    return performanceOf(defaultModelId(load), load, values['agents']!, goalOf(values))[measure];
  };

function toRoster(values: FormulaArguments): number {
  const reasons = Object.entries(values).flatMap(([name, value]) => (name.startsWith('shrinkage') ? [value!] : []));
  return agentsToRoster(values['agents']!, 1 - reasons.reduce((kept, share) => kept * (1 - share), 1));
}

type Shown = Pick<FormulaFunction, 'title' | 'parameters' | 'result' | 'example'>;
const staffing = (name: string, shown: Shown, apply: FormulaFunction['apply']): FormulaFunction => ({
  name,
  group: 'staffing',
  ...shown,
  apply,
});

const QUESTION = '100 per 30 min, 180 s';

/** What may be asked of a load: the least agents, and what so many agents give. */
const OF_A_LOAD: readonly FormulaFunction[] = [
  staffing(
    'load',
    {
      title: { en: 'Offered load in erlangs', ja: '呼量（アーラン）' },
      parameters: LOAD,
      result: 'erlangs',
      example: `load(${QUESTION})`,
    },
    (values) => loadErlangs(loadOf(values)),
  ),
  staffing(
    'agents',
    {
      title: { en: 'Least agents that meet every goal given', ja: '目標をすべて満たす最少人数' },
      parameters: [...LOAD, P.level, optional(P.within), ...QUEUE, P.variant, ...GOALS],
      result: 'agents',
      example: `agents(${QUESTION}, 80 %, 20 s)`,
    },
    leastAgents,
  ),
  staffing(
    'serviceLevel',
    {
      title: { en: 'Share of offered contacts answered in time', ja: '時間内応答率（受付数に対する）' },
      parameters: [...LOAD, P.agents, P.within, ...QUEUE, P.variant],
      result: 'fraction',
      example: `serviceLevel(${QUESTION}, 14, 20 s)`,
    },
    measured('serviceLevelFraction'),
  ),
];

const measureFunction = (
  name: string,
  measure: Measure,
  shown: Pick<FormulaFunction, 'title' | 'result'> & { readonly parameters?: readonly FormulaParameter[] },
): FormulaFunction =>
  staffing(
    name,
    { parameters: [...LOAD, P.agents, ...QUEUE], example: `${name}(${QUESTION}, 14)`, ...shown },
    measured(measure),
  );

const MEASURES: readonly FormulaFunction[] = [
  measureFunction('asa', 'asaSeconds', {
    title: { en: 'Mean wait of the answered', ja: '平均応答時間' },
    result: 'seconds',
  }),
  measureFunction('occupancy', 'occupancyFraction', {
    title: { en: 'Handling time / available time', ja: '稼働率' },
    result: 'fraction',
  }),
  measureFunction('waitProbability', 'waitProbability', {
    title: { en: 'Share that has to wait', ja: '待ち確率' },
    result: 'fraction',
  }),
  measureFunction('queueLength', 'meanQueueLength', {
    title: { en: 'Mean contacts waiting', ja: '平均待ち数' },
    result: 'contacts',
  }),
  staffing(
    'abandonment',
    {
      title: { en: 'Share that leaves while waiting', ja: '放棄率' },
      parameters: [...LOAD, P.agents, { ...P.patience, optional: false }, ...QUEUE.slice(1)],
      result: 'fraction',
      example: `abandonment(${QUESTION}, 14, 300 s)`,
    },
    measured('abandonmentFraction'),
  ),
];

/** Work that can wait: enough hands over the open time given. */
const DEFERRED: readonly FormulaFunction[] = [
  staffing(
    'deferredAgents',
    {
      title: { en: 'Agents who work off contacts that can wait', ja: '待てるコンタクトを処理しきる人数' },
      parameters: [...LOAD, MAX_OCCUPANCY],
      result: 'agents',
      example: 'deferredAgents(200 per 8 h, 6 min, 85 %)',
    },
    (values) => {
      const answer = requiredAgents('workload', loadOf(values), { maxOccupancyFraction: values['maxOccupancy'] });
      if (answer.kind === 'staffed') return answer.agents;
      throw new NoAnswerError();
    },
  ),
];

/** The textbook functions of a load in erlangs. */
const TEXTBOOK: readonly FormulaFunction[] = [
  staffing(
    'erlangB',
    {
      title: { en: 'Erlang B: share turned away', ja: 'アーランB：呼損率' },
      parameters: [P.load, P.lines],
      result: 'fraction',
      example: 'erlangB(10, 17)',
    },
    ({ loadErlangs: a, lines }) => performanceOf('erlang-b', plainLoad(a!), lines!).blockingFraction,
  ),
  staffing(
    'erlangC',
    {
      title: { en: 'Erlang C: share that waits', ja: 'アーランC：待ち確率' },
      parameters: [P.load, P.agents],
      result: 'fraction',
      example: 'erlangC(10, 14)',
    },
    ({ loadErlangs: a, agents }) => performanceOf('erlang-c', plainLoad(a!), agents!).waitProbability,
  ),
  staffing(
    'erlangA',
    {
      title: { en: 'Erlang A: share that waits', ja: 'アーランA：待ち確率' },
      parameters: [P.load, P.agents, P.handle, { ...P.patience, optional: false }],
      result: 'fraction',
      example: 'erlangA(10, 14, 180 s, 300 s)',
    },
    ({ loadErlangs: a, agents, handleSeconds, patienceSeconds }) => {
      const load = { ...plainLoad(a!, handleSeconds), patienceSeconds };
      return performanceOf('erlang-a', load, agents!).waitProbability;
    },
  ),
  {
    ...staffing(
      'roster',
      {
        title: { en: 'Agents to roster after shrinkage', ja: 'シュリンケージ後の配置必要人数' },
        parameters: [{ ...P.agents, whole: false }, P.shrinkage],
        result: 'agents',
        example: 'roster(14, 20 %, 12.5 %)',
      },
      toRoster,
    ),
    repeats: true,
  },
];

export const STAFFING_FUNCTIONS: readonly FormulaFunction[] = [...OF_A_LOAD, ...MEASURES, ...DEFERRED, ...TEXTBOOK];
