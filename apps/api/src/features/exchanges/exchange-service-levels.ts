import { Injectable } from '@nestjs/common';
import { queueServiceOf, type QueueService } from '@yotei/scheduling/exchanges';
import { coverageGrid, type RosterProblem } from '@yotei/scheduling/roster';
import type { Grid } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { canWait, loadAt, meanShrinkage, RequirementService, type RequirementPicture } from '../staffing/index.js';

type OpenedQueue = RequirementPicture['queues'][number];

/** What agents present are worth to customers, from the stored requirement and each queue's own model. */
@Injectable()
export class ExchangeServiceLevels {
  constructor(private readonly requirements: RequirementService) {}

  async of(context: RequestContext, problem: RosterProblem): Promise<QueueService[]> {
    const grid = coverageGrid(problem);
    const picture = await this.requirements.pictureOn(context, grid, problem.zone);
    return (picture?.queues ?? []).flatMap((opened) => serviceOf(opened, grid) ?? []);
  }
}

function serviceOf(opened: OpenedQueue, grid: Grid): QueueService | null {
  const { queue, shrinkage } = opened;
  if (canWait(queue)) return null;
  const { modelId, goal } = queue.plan;
  return queueServiceOf({
    queueId: queue.id,
    modelId,
    goal,
    shrinkageFraction: meanShrinkage(shrinkage),
    loadAt: loadAt(queue, opened, grid),
    grid,
  });
}
