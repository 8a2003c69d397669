import {
  agentsToRoster,
  loadErlangs,
  performanceOf,
  requiredAgents,
  tolerantCeil,
  type LocalisedText,
  type StaffingLoad,
} from '../staffing/index.js';

/** A function formulas may call. `optional` names come after the required ones. */
export interface FormulaFunction {
  readonly name: string;
  readonly title: LocalisedText;
  readonly parameters: readonly string[];
  readonly optional?: readonly string[];
  /** The last parameter may be repeated. */
  readonly repeats?: boolean;
  readonly apply: (...values: readonly number[]) => number;
}

/** No number answers the question asked: a goal that cannot be reached. The message says which. */
export class NoAnswerError extends Error {}

const LOAD = ['contacts', 'intervalSeconds', 'handleSeconds'] as const;

const loadOf = (
  contacts: number,
  intervalSeconds: number,
  averageHandleSeconds: number,
  patienceSeconds?: number,
): StaffingLoad => ({
  contacts,
  intervalSeconds,
  averageHandleSeconds,
  patienceSeconds,
});
const modelFor = ({ patienceSeconds }: StaffingLoad): string =>
  patienceSeconds === undefined ? 'erlang-c' : 'erlang-a';
/** A load of so many erlangs where nothing depends on the handle time. */
const plainLoad = (erlangs: number): StaffingLoad => loadOf(erlangs, 1, 1);

function agents(...values: readonly number[]): number {
  const [contacts, interval, handle, serviceLevelFraction, answerWithinSeconds, patience] = values;
  const load = loadOf(contacts!, interval!, handle!, patience);
  const answer = requiredAgents(modelFor(load), load, { serviceLevelFraction, answerWithinSeconds });
  if (answer.kind === 'staffed') return answer.agents;
  throw new NoAnswerError(
    `no number of agents answers a share of ${serviceLevelFraction} within ${answerWithinSeconds} s`,
  );
}

function serviceLevel(...values: readonly number[]): number {
  const [contacts, interval, handle, agentCount, answerWithinSeconds, patience] = values;
  const load = loadOf(contacts!, interval!, handle!, patience);
  return performanceOf(modelFor(load), load, agentCount!, { answerWithinSeconds }).serviceLevelFraction;
}

type Measure = 'asaSeconds' | 'occupancyFraction' | 'abandonmentFraction' | 'meanQueueLength';
const measure =
  (name: Measure) =>
  (...values: readonly number[]): number => {
    const [contacts, interval, handle, agentCount, patience] = values;
    const load = loadOf(contacts!, interval!, handle!, patience);
    return performanceOf(modelFor(load), load, agentCount!)[name];
  };

const STAFFING: readonly FormulaFunction[] = [
  {
    name: 'load',
    title: { en: 'Offered load in erlangs', ja: '呼量（アーラン）' },
    parameters: LOAD,
    apply: (c, i, h) => loadErlangs(loadOf(c!, i!, h!)),
  },
  {
    name: 'agents',
    title: { en: 'Least agents for a service level', ja: 'サービスレベルを満たす最少人数' },
    parameters: [...LOAD, 'serviceLevel', 'answerWithinSeconds'],
    optional: ['patienceSeconds'],
    apply: agents,
  },
  {
    name: 'serviceLevel',
    title: { en: 'Share of offered contacts answered in time', ja: '時間内応答率（受付数に対する）' },
    parameters: [...LOAD, 'agents', 'answerWithinSeconds'],
    optional: ['patienceSeconds'],
    apply: serviceLevel,
  },
  {
    name: 'asa',
    title: { en: 'Mean wait of the answered, seconds', ja: '平均応答時間（秒）' },
    parameters: [...LOAD, 'agents'],
    optional: ['patienceSeconds'],
    apply: measure('asaSeconds'),
  },
  {
    name: 'occupancy',
    title: { en: 'Handling time / available time', ja: '稼働率' },
    parameters: [...LOAD, 'agents'],
    optional: ['patienceSeconds'],
    apply: measure('occupancyFraction'),
  },
  {
    name: 'queueLength',
    title: { en: 'Mean contacts waiting', ja: '平均待ち数' },
    parameters: [...LOAD, 'agents'],
    optional: ['patienceSeconds'],
    apply: measure('meanQueueLength'),
  },
  {
    name: 'abandonment',
    title: { en: 'Share that leaves while waiting', ja: '放棄率' },
    parameters: [...LOAD, 'agents', 'patienceSeconds'],
    apply: measure('abandonmentFraction'),
  },
  {
    name: 'erlangB',
    title: { en: 'Erlang B: share turned away', ja: 'アーランB：呼損率' },
    parameters: ['loadErlangs', 'lines'],
    apply: (a, n) => performanceOf('erlang-b', plainLoad(a!), n!).blockingFraction,
  },
  {
    name: 'erlangC',
    title: { en: 'Erlang C: share that waits', ja: 'アーランC：待ち確率' },
    parameters: ['loadErlangs', 'agents'],
    apply: (a, n) => performanceOf('erlang-c', plainLoad(a!), n!).waitProbability,
  },
  {
    name: 'erlangA',
    title: { en: 'Erlang A: share that waits', ja: 'アーランA：待ち確率' },
    parameters: ['loadErlangs', 'agents', 'handleSeconds', 'patienceSeconds'],
    apply: (a, n, h, p) => performanceOf('erlang-a', loadOf(a!, h!, h!, p), n!).waitProbability,
  },
  {
    name: 'roster',
    title: { en: 'Agents to roster after shrinkage', ja: 'シュリンケージ後の配置人数' },
    parameters: ['agents', 'shrinkage'],
    apply: (n, s) => agentsToRoster(n!, s!),
  },
];

const one = (name: string, title: LocalisedText, apply: (x: number) => number): FormulaFunction => ({
  name,
  title,
  parameters: ['x'],
  apply: (x) => apply(x!),
});

const ARITHMETIC: readonly FormulaFunction[] = [
  { name: 'min', title: { en: 'Smallest', ja: '最小値' }, parameters: ['x'], repeats: true, apply: Math.min },
  { name: 'max', title: { en: 'Largest', ja: '最大値' }, parameters: ['x'], repeats: true, apply: Math.max },
  one('abs', { en: 'Without sign', ja: '絶対値' }, Math.abs),
  one('ceil', { en: 'Rounded up, float noise apart', ja: '切り上げ' }, tolerantCeil),
  one('floor', { en: 'Rounded down, float noise apart', ja: '切り捨て' }, (x) => -tolerantCeil(-x)),
  one('round', { en: 'Rounded', ja: '四捨五入' }, Math.round),
  one('sqrt', { en: 'Square root', ja: '平方根' }, Math.sqrt),
  one('exp', { en: 'e to the power', ja: '指数関数' }, Math.exp),
  one('ln', { en: 'Natural logarithm', ja: '自然対数' }, Math.log),
];

/** Every function of formulas, those of staffing first. */
export const FORMULA_FUNCTIONS: readonly FormulaFunction[] = [...STAFFING, ...ARITHMETIC];
