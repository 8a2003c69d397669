import { Injectable } from '@nestjs/common';
import { peerRange, plannedHardMinutes, type HardQueue } from '@yotei/scheduling/wellbeing';
import { addDays, type Interval, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { FactSumsRepository, QueueDirectory } from '../demand/index.js';
import type { Agent } from '../organisation/index.js';
import type { MyHardMinutes } from './my-numbers.graphql-types.js';
import { MyNumbersRepository } from './my-numbers.repository.js';

/** What comes in changes slowly beside how hard it is, and a week holds every weekday. */
const DAYS_OF_WORK = 7;

/** Planned minutes with hard contacts of a person, beside the team's. */
@Injectable()
export class HardMinutes {
  constructor(
    private readonly queues: QueueDirectory,
    private readonly sums: FactSumsRepository,
    private readonly numbers: MyNumbersRepository,
  ) {}

  /** `shiftCounts` of those who are compared, the reader among them where there is a shift at all. Null: nothing is known. */
  async of(
    context: RequestContext,
    order: {
      readonly own: Agent;
      readonly team: readonly Agent[];
      readonly shiftCounts: ReadonlyMap<string, number>;
      readonly ownShiftCount: number;
      readonly span: Interval;
      readonly untilOn: LocalDate;
    },
  ): Promise<MyHardMinutes | null> {
    const queues = await this.hardQueues(context, order.untilOn);
    if (order.ownShiftCount === 0 || queues.every(({ hardFraction }) => hardFraction === null)) return null;
    const people = order.team.filter(({ id }) => id === order.own.id || order.shiftCounts.has(id));
    const ids = people.map(({ id }) => id);
    const work = await this.numbers.contactMinutes(context, ids, order.span);
    const perShift = ({ id, skillIds }: Agent, shiftCount: number): number | null => {
      const own = work.filter(({ agentId }) => agentId === id);
      const minutes = plannedHardMinutes(own, { queues, skillIds });
      return minutes === null ? null : minutes / shiftCount;
    };
    const own = perShift(order.own, order.ownShiftCount);
    if (own === null) return null;
    const means = people.flatMap((agent) => {
      const shiftCount = order.shiftCounts.get(agent.id);
      const mean = shiftCount === undefined ? null : perShift(agent, shiftCount);
      return mean === null ? [] : [mean];
    });
    return { minutesPerShift: own, team: peerRange(means) };
  }

  private async hardQueues(context: RequestContext, untilOn: LocalDate): Promise<HardQueue[]> {
    const queues = await this.queues.withPutAway(context);
    if (queues.every(({ hardFraction }) => hardFraction === null)) return [];
    const range = { fromOn: addDays(untilOn, -DAYS_OF_WORK), days: DAYS_OF_WORK };
    const work = new Map(
      (await this.sums.handleSecondsByQueue(context, range)).map(({ queueId, handleSeconds }) => [
        queueId,
        handleSeconds,
      ]),
    );
    return queues.map(({ id, skillId, hardFraction }) => ({
      ...{ queueId: id, skillId, hardFraction, work: work.get(id) ?? 0 },
    }));
  }
}
