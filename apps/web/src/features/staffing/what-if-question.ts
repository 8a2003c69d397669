import { VARIANT_NAMES } from '@yotei/scheduling/formula';
import { planModel, SERVICE_LEVEL_VARIANTS } from '@yotei/scheduling/staffing';
import type { QueueRequirement } from './requirement.model.js';

type Plan = QueueRequirement['plan'];

/** Models that `agents(…)` takes by what it is given; the others have no formula of their own. */
const ASKED_BY_FORMULA = new Set(['erlang-a', 'erlang-c', 'erlang-x', 'chat']);

const percent = (fraction: number) => `${Number((fraction * 100).toPrecision(12))} %`;

/** `name = value` for what is given. */
function named(name: string, value: number | null | undefined, write: (value: number) => string): readonly string[] {
  return value === null || value === undefined ? [] : [`${name} = ${write(value)}`];
}

function variantOf({ serviceLevelVariant }: Plan['goal']): readonly string[] {
  const place = SERVICE_LEVEL_VARIANTS.findIndex((variant) => variant === serviceLevelVariant);
  return place > 0 ? [`variant = ${VARIANT_NAMES[place]}`] : [];
}

/**
 * The question a planner asks most, as a formula over the values of the open interval: how many agents if a fifth more
 * came, by the queue's own model and goals. Null for models that no formula asks, such as work that can wait.
 */
export function twentyPercentMore({ modelId, goal, ...plan }: Plan): string | null {
  if (!ASKED_BY_FORMULA.has(modelId)) return null;
  const reads = (key: string) => planModel(modelId)!.parameters.some((parameter) => parameter.key === key);
  const number = (value: number) => String(value);
  const seconds = (value: number) => `${value} s`;
  const goals = [
    ...named('serviceLevel', goal.serviceLevelFraction, percent),
    ...(goal.serviceLevelFraction ? named('answerWithinSeconds', goal.answerWithinSeconds, seconds) : []),
    ...variantOf(goal),
    ...named('asaSeconds', goal.asaSeconds, seconds),
    ...named('maxOccupancy', goal.maxOccupancyFraction, percent),
    ...named('maxAbandonment', goal.maxAbandonmentFraction, percent),
    ...(reads('lines') ? named('maxBlocking', goal.maxBlockingFraction, percent) : []),
  ];
  const parameters = [
    ...(reads('patienceSeconds') && plan.patienceSeconds ? ['patienceSeconds = patience'] : []),
    ...(reads('concurrency') ? named('concurrency', plan.concurrency, number) : []),
    ...(reads('slowdownFraction') ? named('slowdown', plan.slowdownFraction, percent) : []),
    ...(reads('lines') ? named('lines', plan.lines, number) : []),
    ...(reads('redialFraction') ? named('redial', plan.redialFraction, percent) : []),
  ];
  return `agents(${['contacts * 1.2', 'interval', 'handle', ...goals, ...parameters].join(', ')})`;
}
