import type { ReactNode } from 'react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { local, t, Text, tIfKnown } from '../../app/i18n/t.js';
import { causeName } from './causes.js';
import type { ExplainRequirementQuery } from '../../graphql/generated/graphql.js';

export type Explanation = NonNullable<ExplainRequirementQuery['explainRequirement']>;
type Step = Explanation['steps'][number];

interface JudgedGoal {
  readonly measure: string;
  readonly value: number;
  readonly target: number;
  readonly side: 'at-least' | 'at-most';
  readonly met: boolean;
}

const number = (step: Step, name: string): number => Number((step.values as Record<string, unknown>)[name] ?? 0);
const text = (step: Step, name: string): string => String((step.values as Record<string, unknown>)[name] ?? '');
const goalsOf = (step: Step): readonly JudgedGoal[] =>
  ((step.values as Record<string, unknown>)['goals'] as JudgedGoal[] | undefined) ?? [];

function measured(measure: string, value: number): string {
  return measure.toLowerCase().includes('seconds') || measure === 'asa'
    ? t('staffing.secondsShort', { seconds: formatNumber(value, 1) })
    : formatPercent(value);
}

function Goals({ goals }: { readonly goals: readonly JudgedGoal[] }) {
  return (
    <ul className="y-goals">
      {goals.map(({ measure, value, target, side, met }) => (
        <li key={measure} data-met={met}>
          {tIfKnown(`staffing.measure.${measure}`, undefined, measure)} <strong>{measured(measure, value)}</strong>{' '}
          <span className="y-quiet">
            {t(side === 'at-least' ? 'staffing.atLeast' : 'staffing.atMost', { target: measured(measure, target) })} ·{' '}
            {t(met ? 'staffing.met' : 'staffing.missed')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Numbers of a step as its sentence names them. */
function valuesOf(step: Step, modelTitle: Explanation['modelTitle']): Record<string, string | number> {
  const patience = number(step, 'patienceSeconds');
  return {
    contacts: formatNumber(number(step, 'contacts'), 1),
    minutes: number(step, 'intervalSeconds') / 60,
    handle: formatNumber(number(step, 'averageHandleSeconds')),
    concurrency: number(step, 'concurrency'),
    load: formatNumber(number(step, 'loadErlangs'), 2),
    model: local(modelTitle),
    patience: patience ? formatNumber(patience) : 0,
    // The shrinkage step carries the quotient; what it divides is what stands before it.
    agents:
      number(step, 'agents') ||
      Math.round(number(step, 'agentsBeforeRounding') * (1 - number(step, 'shrinkageFraction'))),
    shrinkage: formatPercent(number(step, 'shrinkageFraction')),
    before: formatNumber(number(step, 'agentsBeforeRounding'), 2),
    roster: number(step, 'agentsToRoster'),
    reason: tIfKnown(`staffing.reason.${text(step, 'reason')}`, undefined, text(step, 'reason')),
    method: tIfKnown(`staffing.load.${text(step, 'method')}`, undefined, text(step, 'method')),
    own: formatNumber(number(step, 'ownErlangs'), 2),
    staffed: formatNumber(number(step, 'staffedErlangs'), 2),
    point: formatNumber(number(step, 'pointAgents')),
    chance: formatPercent(number(step, 'chanceFraction'), 0),
    pointChance: formatPercent(number(step, 'pointChanceFraction'), 0),
    cause: causeName(text(step, 'reasonId')),
    share: formatPercent(number(step, 'fraction'), 2),
    done: formatNumber(number(step, 'doneErlangs'), 2),
    hours: formatNumber(number(step, 'withinHours'), 1),
    kept: formatPercent(number(step, 'keptFraction')),
    after: formatNumber(number(step, 'agentsAfter'), 2),
    hard: formatNumber(number(step, 'hardContacts'), 1),
    recovery: formatNumber(number(step, 'minutesPerHardContact'), 1),
    inTime: formatPercent(number(step, 'inTimeFraction')),
    fewerInTime: formatPercent(number(step, 'fewerInTimeFraction')),
    moreInTime: formatPercent(number(step, 'moreInTimeFraction')),
    target: formatPercent(number(step, 'targetFraction')),
    weekChance: formatPercent(number(step, 'weekChanceFraction'), 0),
    fewerWeekChance: formatPercent(number(step, 'fewerWeekChanceFraction'), 0),
    dayChance: formatPercent(number(step, 'dayChanceFraction'), 0),
    expected: formatPercent(number(step, 'expectedFraction')),
  };
}

function idOf(step: Step): string {
  if (step.id === 'handle-time' && number(step, 'concurrency') > 1) return 'handle-time-shared';
  if (step.id === 'model' && number(step, 'patienceSeconds')) return 'model-patience';
  if (step.id === 'one-fewer' && (step.values as Record<string, unknown>)['stable'] === false)
    return 'one-fewer-unstable';
  if (step.id === 'uncertain-load') {
    const { kind } = (step.values as { staffedFor: { kind: string } }).staffedFor;
    return (step.values as Record<string, unknown>)['chanceFraction'] === null
      ? 'uncertain-load-unknown'
      : `uncertain-load-${kind}`;
  }
  return step.id;
}

const SENTENCES = {
  contacts: 'staffing.step.contacts',
  'handle-time': 'staffing.step.handle-time',
  'handle-time-shared': 'staffing.step.handle-time-shared',
  load: 'staffing.step.load',
  'load-method': 'staffing.step.load-method',
  'uncertain-load-expected': 'staffing.step.uncertain-expected',
  'uncertain-load-chance': 'staffing.step.uncertain-chance',
  'uncertain-load-unknown': 'staffing.step.uncertain-unknown',
  deferred: 'staffing.step.deferred',
  'deferred-effects': 'staffing.step.deferred-effects',
  'deferred-chance': 'staffing.step.deferred-chance',
  recovery: 'staffing.step.recovery',
  'shrinkage-reason': 'staffing.step.shrinkage-reason',
  model: 'staffing.step.model',
  'model-patience': 'staffing.step.model-patience',
  'no-contacts': 'staffing.step.no-contacts',
  'one-fewer': 'staffing.step.one-fewer',
  'one-fewer-unstable': 'staffing.step.one-fewer-unstable',
  enough: 'staffing.step.enough',
  unreachable: 'staffing.step.unreachable',
  shrinkage: 'staffing.step.shrinkage',
  'to-roster': 'staffing.step.to-roster',
} as const;

function StepItem({
  step,
  modelTitle,
}: {
  readonly step: Step;
  readonly modelTitle: Explanation['modelTitle'];
}): ReactNode {
  const sentence = SENTENCES[idOf(step) as keyof typeof SENTENCES];
  if (!sentence) return null;
  const goals = goalsOf(step);
  return (
    <li className="y-step" data-step={step.id}>
      <p>
        <Text id={sentence} values={valuesOf(step, modelTitle)} />
      </p>
      {goals.length ? <Goals goals={goals} /> : null}
    </li>
  );
}

/** Other models have a table of their own; a shrinkage of nothing is no step. */
const isShown = ({ id, values }: Step) =>
  id !== 'other-model' &&
  !(id === 'shrinkage' && Number((values as Record<string, unknown>)['shrinkageFraction']) === 0);

/** The calculation in sentences, from the contacts to the agents to roster. Other models follow in their own table. */
export function ExplanationSteps({ explanation }: { readonly explanation: Explanation }) {
  return (
    <ol className="y-steps">
      {explanation.steps.filter(isShown).map((step, index) => (
        <StepItem key={`${step.id}${index}`} step={step} modelTitle={explanation.modelTitle} />
      ))}
    </ol>
  );
}
