import { loadErlangs } from '../load.js';
import { DEFAULT_ANSWER_WITHIN_SECONDS, DEFAULT_VARIANT } from '../service-goal.js';
import type { ServiceGoal, StaffingLoad, StaffingModel, SteadyState } from '../staffing-model.js';
import { term, type FormulaTerm, type ShownFormula } from './shown-formula.js';

/** All that a formula of a model may show. */
interface Setting {
  readonly load: StaffingLoad;
  /** Whether the load is another than the interval's own, by what the load method makes of it. */
  readonly isCarried: boolean;
  readonly agents: number;
  readonly state: SteadyState;
  readonly within: number;
  /** The service level in the sense the goal asks for. */
  readonly serviceLevel: number;
  /** Whether it is the share answered in time of all offered. */
  readonly isOfOffered: boolean;
}

const named = (id: string, ...terms: readonly FormulaTerm[]): ShownFormula => ({ id, terms });
const agentsTerm = ({ agents }: Setting): FormulaTerm => term('n', agents, 'agents');
const loadTerm = ({ load, isCarried }: Setting): FormulaTerm =>
  term(isCarried ? 'a′' : 'a', loadErlangs(load), 'erlangs');
const handleTerm = ({ load }: Setting): FormulaTerm => term('h', load.averageHandleSeconds, 'seconds');
const withinTerm = ({ within }: Setting): FormulaTerm => term('T', within, 'seconds');
const levelTerm = ({ serviceLevel }: Setting): FormulaTerm => term('SL', serviceLevel, 'fraction');
const waitsTerm = ({ state }: Setting): FormulaTerm => term('Pw', state.waitProbability, 'fraction');
const abandonTerm = ({ state }: Setting): FormulaTerm => term('Ab', state.abandonmentFraction, 'fraction');
const blockedTerm = ({ state }: Setting): FormulaTerm => term('Bl', state.blockingFraction, 'fraction');

/** The agents, and how many each handles at once where that is more than one. */
function handsTerms(at: Setting): readonly FormulaTerm[] {
  const { concurrency = 1 } = at.load;
  return concurrency > 1 ? [agentsTerm(at), ', ', term('k', concurrency, 'contacts')] : [agentsTerm(at)];
}

function patienceTerms({ load }: Setting): readonly FormulaTerm[] {
  return load.patienceSeconds === undefined ? [] : [', ', term('P', load.patienceSeconds, 'seconds')];
}

function erlangC(at: Setting): readonly ShownFormula[] {
  const spare = ['(', agentsTerm(at), ' − ', loadTerm(at), ')'];
  return [
    named('wait-probability', waitsTerm(at), ' = C(', agentsTerm(at), ', ', loadTerm(at), ')'),
    named(
      'service-level',
      levelTerm(at),
      ' = 1 − ',
      waitsTerm(at),
      ' × exp(−',
      ...spare,
      ' × ',
      withinTerm(at),
      ' ÷ ',
      handleTerm(at),
      ')',
    ),
    named(
      'asa',
      term('W', at.state.asaSeconds(), 'seconds'),
      ' = ',
      waitsTerm(at),
      ' × ',
      handleTerm(at),
      ' ÷ ',
      ...spare,
    ),
  ];
}

/** Whoever is not answered in time was turned away, left, or was answered late: true of every queue people leave. */
function withAbandonment(at: Setting): readonly ShownFormula[] {
  const { state } = at;
  const loses = state.blockingFraction > 0;
  const left: readonly FormulaTerm[] = [
    abandonTerm(at),
    ' = Ab(',
    ...handsTerms(at),
    ', ',
    loadTerm(at),
    ', ',
    handleTerm(at),
    ...patienceTerms(at),
    ')',
  ];
  const lost = named('abandonment', ...left);
  if (!at.isOfOffered) return [lost, ...anyModel(at)];
  const late = 1 - state.abandonmentFraction - state.blockingFraction - at.serviceLevel;
  return [
    lost,
    named(
      'service-level',
      levelTerm(at),
      ' = 1 − ',
      ...(loses ? [blockedTerm(at), ' − '] : []),
      abandonTerm(at),
      ' − ',
      term('Late', Math.max(0, late), 'fraction'),
    ),
  ];
}

function erlangB(at: Setting): readonly ShownFormula[] {
  return [named('blocking', blockedTerm(at), ' = B(', agentsTerm(at), ', ', loadTerm(at), ')')];
}

/** So many slots; in front of them the queue of Erlang A, or C where nobody leaves. */
function chat(at: Setting): readonly ShownFormula[] {
  const each = at.load.concurrency ?? 1;
  const slots = named(
    'slots',
    term('N', Math.floor(at.agents * each), 'contacts'),
    ' = ',
    agentsTerm(at),
    ' × ',
    term('k', each, 'contacts'),
  );
  return [slots, ...(at.load.patienceSeconds === undefined ? anyModel(at) : withAbandonment(at))];
}

function workload(at: Setting): readonly ShownFormula[] {
  return [
    named('occupancy', term('u', at.state.occupancyFraction, 'fraction'), ' = ', loadTerm(at), ' ÷ ', agentsTerm(at)),
  ];
}

/** For a model that has no formula of its own here: what its service level depends on. */
function anyModel(at: Setting): readonly ShownFormula[] {
  if (Number.isNaN(at.serviceLevel)) return workload(at);
  const inputs = [
    ...handsTerms(at),
    ', ',
    loadTerm(at),
    ', ',
    handleTerm(at),
    ', ',
    withinTerm(at),
    ...patienceTerms(at),
  ];
  return [named('service-level', levelTerm(at), ' = SL(', ...inputs, ')')];
}

const BY_MODEL: Readonly<Record<string, (at: Setting) => readonly ShownFormula[]>> = {
  chat,
  'erlang-a': withAbandonment,
  'erlang-b': erlangB,
  'erlang-c': erlangC,
  'erlang-x': withAbandonment,
  workload,
};

/** `a = c × h ÷ t`. */
export function loadFormula(load: StaffingLoad): ShownFormula {
  return named(
    'load',
    term('a', loadErlangs(load), 'erlangs'),
    ' = ',
    term('c', load.contacts, 'contacts'),
    ' × ',
    term('h', load.averageHandleSeconds, 'seconds'),
    ' ÷ ',
    term('t', load.intervalSeconds, 'seconds'),
  );
}

/** How the model comes to what so many agents give, with the numbers; a formula it shares with no other is general. */
export function modelFormulas(
  model: StaffingModel,
  load: StaffingLoad,
  at: { agents: number; goal: ServiceGoal; isCarried: boolean },
): readonly ShownFormula[] {
  const { agents, goal, isCarried } = at;
  const state = model.performance(load, agents);
  const within = goal.answerWithinSeconds ?? DEFAULT_ANSWER_WITHIN_SECONDS;
  const variant = goal.serviceLevelVariant ?? DEFAULT_VARIANT;
  const serviceLevel = state.serviceLevelFraction(within, variant);
  const formulas = BY_MODEL[model.id] ?? anyModel;
  return formulas({ load, isCarried, agents, state, within, serviceLevel, isOfOffered: variant === DEFAULT_VARIANT });
}

/** `r = n ÷ ((1 − s) × (1 − s))`, rounded up: one bracket for each reason. */
export function rosterFormula(options: {
  readonly agents: number;
  /** On average recovering from hard contacts. */
  readonly recovering?: number;
  readonly toRoster: number;
  readonly fractions: readonly number[];
}): ShownFormula {
  const { agents, recovering = 0, toRoster, fractions } = options;
  const kept = fractions.flatMap((fraction, index) => [
    index > 0 ? ' × (1 − ' : '(1 − ',
    term('s', fraction, 'fraction'),
    ')',
  ]);
  const divisor = fractions.length > 1 ? ['(', ...kept, ')'] : kept;
  const divided = fractions.length > 0 ? [' ÷ ', ...divisor] : [];
  const onContacts = term('n', agents, 'agents');
  const wanted = recovering > 0 ? ['(', onContacts, ' + ', term('h', recovering, 'agents'), ')'] : [onContacts];
  return named('to-roster', term('r', toRoster, 'agents'), ' = ⌈', ...wanted, ...divided, '⌉');
}
