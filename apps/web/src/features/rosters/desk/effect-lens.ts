import { planCosts } from '@yotei/scheduling/objective';
import type { RosterProblem } from '@yotei/scheduling/roster';
import type { BoardEffectsQuery } from '../../../graphql/generated/graphql.js';
import { agentsOf, type BoardModel, type Coverage } from '../board/index.js';
import { daysTouched, type EffectLens } from './edit-effect.js';
import { problemOf, toDomainShift, type JudgeInput } from './judge.js';
import { ServiceLevels } from './service-levels.js';

/** The problem with pay in the centre's currency, and one unit for each hard turnaround. */
function pricedProblem(input: JudgeInput, { planningWeights }: BoardEffectsQuery): RosterProblem {
  const values = new Map(planningWeights.weights.map(({ id, value }) => [id, value]));
  const of = (id: string) => values.get(id) ?? 0;
  return {
    ...problemOf(input),
    objective: {
      wellbeing: [
        { termId: 'quick-return', weight: 1, parameters: { restHours: values.get('quick-return-hours') ?? 11 } },
        { termId: 'backward-rotation', weight: 1 },
      ],
      money: {
        unitsPerCurrency: 1,
        hourly: [{ perHour: of('pay-per-hour') }],
        nightPremiumFraction: of('night-premium'),
        weekendPremiumFraction: of('weekend-premium'),
        overtimePremiumFraction: of('overtime-premium'),
      },
    },
  };
}

interface Strain {
  readonly pay: number;
  readonly turnarounds: number;
}

/** Looks at edits with forecast, pay and wishes of wellbeing. `warm` computes a day's service levels ahead. */
export function createLens(
  input: JudgeInput,
  answer: BoardEffectsQuery,
  model: BoardModel,
): { readonly lens: EffectLens; readonly warm: (coverage: Coverage, day: number) => void } {
  const problem = pricedProblem(input, answer);
  const agents = new Map(problem.agents.map((agent) => [agent.id, agent]));
  const levels = new ServiceLevels(model, answer.requirement?.queues ?? []);
  const hasPay = (problem.objective?.money?.hourly[0]?.perHour ?? 0) > 0;
  const strainOf = (board: BoardModel, touched: readonly number[]): Strain => {
    const sum = { pay: 0, turnarounds: 0 };
    for (const index of touched) {
      const agent = agents.get(board.agents[index]!.id);
      if (!agent) continue;
      const costs = planCosts(
        problem,
        agent,
        (board.shifts[index] ?? []).map((shift) => toDomainShift(board, shift)),
      );
      sum.pay += costs.money;
      sum.turnarounds += costs.wellbeing;
    }
    return sum;
  };
  const lens: EffectLens = (edits, before, after) => {
    const span = daysTouched(before.model, edits);
    const touched = agentsOf(edits);
    const [was, now] = [strainOf(before.model, touched), strainOf(after.model, touched)];
    const [served, serves] = [levels.fractionOver(before.coverage, span), levels.fractionOver(after.coverage, span)];
    return {
      serviceLevelFraction: served === null || serves === null ? null : { before: served, after: serves },
      pay: hasPay ? { before: was.pay, after: now.pay } : null,
      turnarounds: { before: was.turnarounds, after: now.turnarounds },
    };
  };
  const warm = (coverage: Coverage, day: number) => {
    const { start, length } = model.days[day]!;
    levels.fractionOver(coverage, { from: start, until: start + length });
    strainOf(model, [0]);
  };
  return { lens, warm };
}
