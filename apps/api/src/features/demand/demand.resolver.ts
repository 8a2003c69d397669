import { BadRequestException } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isLocalDate, type LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { Organisation } from '../organisation/index.js';
import { CalendarEventRepository } from './calendar-events.repository.js';
import { AddEventResult, CalendarEventAdded, CalendarEventInput, DemandView } from './demand.graphql-types.js';
import { demandViewOf, eventOf, queueOf } from './demand.mapper.js';
import { DemandViewService, isDisplayStep } from './demand-view.service.js';
import { QueueDirectory } from './queue-directory.js';
import { Queue } from './queue.graphql-types.js';

/** A year and a bit, so that this week can be laid over last year's. */
const LONGEST_VIEW_DAYS = 400;

@ArgsType()
export class DemandArgs {
  @Field(() => ID) queueId!: string;
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int) days!: number;
  @Field(() => Int, { nullable: true }) stepMinutes?: number | null;
}

@Resolver(() => Organisation)
export class DemandResolver {
  constructor(
    private readonly views: DemandViewService,
    private readonly directory: QueueDirectory,
    private readonly events: CalendarEventRepository,
  ) {}

  @ResolveField(() => [Queue])
  async queues(
    @CurrentContext() context: RequestContext,
    @Args('withPutAway', { type: () => Boolean, defaultValue: false }) withPutAway: boolean,
  ): Promise<Queue[]> {
    return (await (withPutAway ? this.directory.withPutAway(context) : this.directory.all(context))).map(queueOf);
  }

  @Query(() => DemandView, { nullable: true })
  @RequirePermission('demand.read')
  async demand(@CurrentContext() context: RequestContext, @Args() args: DemandArgs): Promise<DemandView | null> {
    const { days, stepMinutes } = args;
    if (days < 1 || days > LONGEST_VIEW_DAYS) throw new BadRequestException(`days must lie in 1..${LONGEST_VIEW_DAYS}`);
    const queue = await this.directory.byId(context, args.queueId);
    if (!queue) return null;
    if (stepMinutes != null && !isDisplayStep({ ...args, stepMinutes }, queue))
      throw new BadRequestException(
        `stepMinutes (${stepMinutes}) must be a multiple of the queue's ${queue.intervalMinutes} minutes and divide the days; leave it out for the queue's own`,
      );
    const view = await this.views.view(context, args);
    return view && demandViewOf(view);
  }

  @Mutation(() => AddEventResult)
  @RequirePermission('demand.edit')
  async addCalendarEvent(
    @CurrentContext() context: RequestContext,
    @Args('input') input: CalendarEventInput,
  ): Promise<typeof AddEventResult> {
    const fault = await this.eventFault(context, input);
    if (fault) return fault;
    const event = await this.events.insert(context, {
      ...input,
      title: input.title.trim(),
      queueIds: input.queueIds ?? null,
    });
    return Object.assign(new CalendarEventAdded(), { event: eventOf(event) });
  }

  private async eventFault(
    context: RequestContext,
    { title, fromOn, untilOn, queueIds }: CalendarEventInput,
  ): Promise<InvalidInput | null> {
    if (title.trim() === '') return InvalidInput.of('title', 'name the event');
    if (!isLocalDate(fromOn) || untilOn < fromOn)
      return InvalidInput.of('untilOn', 'the last day must not be before the first');
    if (queueIds && (await this.directory.some(context, queueIds)).length < queueIds.length)
      return InvalidInput.of('queueIds', 'no such queue');
    return null;
  }
}
