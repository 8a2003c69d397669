import { Injectable } from '@nestjs/common';
import { queueServiceOf, type QueueService } from '@yotei/scheduling/exchanges';
import { coverageGrid, type RosterProblem } from '@yotei/scheduling/roster';
import { STAFFING_MODELS, type StaffingLoad } from '@yotei/scheduling/staffing';
import { intervalIndex, intervalStart, type Grid } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirementService, type RequirementPicture } from '../staffing/index.js';

type OpenedQueue = RequirementPicture['queues'][number];

/** Models that know a service level of an interval alone; work that can wait has none. */
const BY_INTERVAL = new Set(STAFFING_MODELS.map(({ id }) => id));

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
  const { queue, contacts, handleSeconds, shrinkage } = opened;
  const { modelId, goal, patienceSeconds, concurrency, slowdownFraction, lines, redialFraction } = queue.plan;
  if (!BY_INTERVAL.has(modelId)) return null;
  const options = { patienceSeconds, concurrency, slowdownFraction, lines, redialFraction };
  const known = shrinkage.filter((value) => value !== null);
  const loadAt = (slot: number): StaffingLoad | null => {
    const interval = intervalIndex(opened.grid, intervalStart(grid, slot));
    const [offered, seconds] = [contacts[interval], handleSeconds[interval]];
    if (!offered || !seconds) return null;
    const intervalSeconds = opened.grid.stepMinutes * 60;
    return { contacts: offered, averageHandleSeconds: seconds, intervalSeconds, ...options };
  };
  const shrinkageFraction = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  return queueServiceOf({ queueId: queue.id, modelId, goal, shrinkageFraction, loadAt, grid });
}
