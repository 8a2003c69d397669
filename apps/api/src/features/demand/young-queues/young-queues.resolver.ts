import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { USUAL_LEVEL_SPREAD } from '@yotei/forecast';
import { isLocalDate, type LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { NewQueueService } from './new-queue.service.js';
import { QueueBeginningService, type BeginningResult } from './queue-beginnings.service.js';
import type { CurveValues, LineageValues } from './queue-beginnings.repository.js';
import {
  CreateQueueResult,
  NewQueueInput,
  NothingToShow,
  PreviewBeginningInput,
  PreviewBeginningResult,
  QueueBeginning,
  QueueBeginningSaved,
  QueueCreated,
  QueueCurveInput,
  QueueLineageInput,
  SaveBeginningResult,
} from './young-queues.graphql-types.js';
import { beginningOf, previewOf } from './young-queues.mapper.js';

@Resolver()
export class YoungQueuesResolver {
  constructor(
    private readonly beginnings: QueueBeginningService,
    private readonly newQueues: NewQueueService,
  ) {}

  @Query(() => QueueBeginning, { nullable: true })
  @RequirePermission('demand.read')
  async queueBeginning(
    @CurrentContext() context: RequestContext,
    @Args('queueId', { type: () => ID }) queueId: string,
    @Args('fromOn', { type: () => LocalDateScalar }) fromOn: LocalDate,
  ): Promise<QueueBeginning | null> {
    const found = await this.beginnings.beginning(context, queueId, fromOn);
    return found && beginningOf(found, await this.beginnings.similar(context, queueId, fromOn));
  }

  @Query(() => PreviewBeginningResult, { description: 'Tries out what is typed; nothing is saved.' })
  @RequirePermission('demand.read')
  async previewBeginning(
    @CurrentContext() context: RequestContext,
    @Args('input') input: PreviewBeginningInput,
  ): Promise<typeof PreviewBeginningResult> {
    const { queueId, asNew, fromOn, curve, lineage } = input;
    const result = await this.beginnings.preview(context, {
      queueId,
      asNew: asNew ?? false,
      fromOn,
      ...(curve === undefined ? {} : { curve: curve && curveOfInput(curve) }),
      ...(lineage ? { lineage: lineage.map((line) => ({ ...line, share: line.share ?? null })) } : {}),
    });
    switch (result.kind) {
      case 'preview':
        return previewOf(result);
      case 'nothing-to-show':
        return Object.assign(new NothingToShow(), { reason: result.reason });
      case 'not-found':
        return NotFound.of('queue');
      case 'invalid':
        return InvalidInput.of(result.path, result.message);
    }
  }

  @Mutation(() => CreateQueueResult, { description: 'A voice queue without a past; its staffing is set afterwards.' })
  @RequirePermission('demand.edit')
  async createQueue(
    @CurrentContext() context: RequestContext,
    @Args('input') input: NewQueueInput,
  ): Promise<typeof CreateQueueResult> {
    const created = await this.newQueues.create(context, input);
    if (created.kind === 'created') return Object.assign(new QueueCreated(), { queueId: created.queueId });
    return created.kind === 'invalid' ? InvalidInput.of(created.path, created.message) : NotFound.of('queue');
  }

  @Mutation(() => SaveBeginningResult, { description: 'Null takes the curve away.' })
  @RequirePermission('demand.edit')
  async saveQueueCurve(
    @CurrentContext() context: RequestContext,
    @Args('queueId', { type: () => ID }) queueId: string,
    @Args('curve', { type: () => QueueCurveInput, nullable: true }) curve: QueueCurveInput | null,
  ): Promise<typeof SaveBeginningResult> {
    return this.saved(context, await this.beginnings.saveCurve(context, queueId, curve && curveOfInput(curve)));
  }

  @Mutation(() => SaveBeginningResult)
  @RequirePermission('demand.edit')
  async addQueueLineage(
    @CurrentContext() context: RequestContext,
    @Args('queueId', { type: () => ID }) queueId: string,
    @Args('input') input: QueueLineageInput,
  ): Promise<typeof SaveBeginningResult> {
    if (!isLocalDate(input.sinceOn)) return InvalidInput.of('sinceOn', 'give a date');
    const line: LineageValues = { ...input, queueId, share: input.share ?? null, reason: input.reason?.trim() ?? '' };
    return this.saved(context, await this.beginnings.addLineage(context, line));
  }

  @Mutation(() => SaveBeginningResult)
  @RequirePermission('demand.edit')
  async removeQueueLineage(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof SaveBeginningResult> {
    return this.saved(context, await this.beginnings.removeLineage(context, id));
  }

  private async saved(context: RequestContext, result: BeginningResult): Promise<typeof SaveBeginningResult> {
    if (result.kind === 'not-found') return NotFound.of('queue or lineage');
    if (result.kind === 'invalid') return InvalidInput.of(result.path, result.message);
    // Far enough ahead that every day of history counts.
    const found = await this.beginnings.beginning(context, result.queueId, '9999-01-01');
    return found
      ? Object.assign(new QueueBeginningSaved(), { beginning: beginningOf(found, []) })
      : NotFound.of('queue');
  }
}

function curveOfInput({ stepMinutes, weekdays, averageHandleSeconds, levelSpread }: QueueCurveInput): CurveValues {
  return {
    stepMinutes,
    weekdays: weekdays.map(({ contacts }) => contacts),
    averageHandleSeconds: averageHandleSeconds ?? null,
    levelSpread: levelSpread ?? USUAL_LEVEL_SPREAD,
  };
}
