import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import type { ScoredSchedule } from './explanation.js';
import { ExplanationsService } from './explanations.service.js';
import { ScheduleScore, ScheduleScoreResult, type CostPart } from './score.graphql-types.js';

/** What a schedule costs, and who and when it comes from. */
@Resolver()
export class ScoreResolver {
  constructor(private readonly explanations: ExplanationsService) {}

  @Query(() => ScheduleScoreResult, {
    description: 'The cost of a schedule as it is now, by part, agent and interval.',
  })
  @RequirePermission('schedule.read')
  async scheduleScore(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
  ): Promise<typeof ScheduleScoreResult> {
    const answer = await this.explanations.score(context, scheduleId);
    return answer.kind === 'explained' ? scoreOf(answer.found) : NotFound.of('schedule');
  }
}

function scoreOf({ cost, hourPrice, parts, byAgent, byInterval, teamRules }: ScoredSchedule): ScheduleScore {
  const agents = byAgent
    .filter((agent) => Object.values(agent.parts).some((part) => part !== 0))
    .map((agent) => ({ agentId: agent.agentId, cost: agent.cost, parts: partsOf(agent.parts) }))
    .sort((a, b) => b.cost - a.cost);
  const intervals = byInterval.map((interval) => ({ ...interval }));
  const own = { cost, hourPrice, teamRules, agents, intervals };
  return Object.assign(new ScheduleScore(), { ...own, parts: partsOf({ ...parts }) });
}

const partsOf = (parts: Readonly<Record<string, number>>): CostPart[] =>
  Object.entries(parts)
    .filter(([, cost]) => cost !== 0)
    .map(([part, cost]) => ({ part, cost }));
