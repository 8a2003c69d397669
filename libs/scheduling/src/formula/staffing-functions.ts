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
import { GOALS, LOAD, MAX_OCCUPANCY, optional, P, QUEUE } from './staffing-parameters.js';

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
