import { Args, ID, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { jobStarted } from '../../platform/jobs/job.mapper.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { EditShiftsService, type EditOutcome } from './edit-shifts.service.js';
import { PublishService, type PublishOutcome } from './publish.service.js';
import { breachOf, publishPreviewOf, scheduleOf, shiftOf } from './rosters.mapper.js';
import { ScheduleChanges } from './schedule-changes.js';
import { ScheduleService } from './schedule.service.js';
import {
  CreateScheduleResult,
  EditedMeanwhile,
  EditShiftsInput,
  EditShiftsResult,
  GenerateInput,
  GenerateResult,
  PublishPreview,
  PublishResult,
  RequirementMissing,
  ScheduleAlreadyPublished,
  ScheduleChange,
  ScheduleCreated,
  ScheduleHasBreaches,
  SchedulePublished,
  ShiftsEdited,
} from './schedules.graphql-types.js';
import { PublishPartInput } from './together/personal-news.graphql-types.js';

@Resolver()
export class SchedulesResolver {
  constructor(
    private readonly schedules: ScheduleService,
    private readonly edits: EditShiftsService,
    private readonly publishing: PublishService,
    private readonly changes: ScheduleChanges,
  ) {}

  @Mutation(() => CreateScheduleResult)
  @RequirePermission('schedule.edit')
  async createSchedule(
    @CurrentContext() context: RequestContext,
    @Args('weekStartOn', { type: () => LocalDateScalar }) weekStartOn: LocalDate,
    @Args('weeks', { type: () => Int, defaultValue: 1 }) weeks: number,
  ): Promise<typeof CreateScheduleResult> {
    const created = await this.schedules.create(context, { weekStartOn, weeks });
    if (created.kind === 'invalid') return InvalidInput.of(created.path, created.message);
    return Object.assign(new ScheduleCreated(), { schedule: scheduleOf(created.schedule) });
  }

  @Mutation(() => GenerateResult)
  @RequirePermission('schedule.generate')
  async generateSchedule(
    @CurrentContext() context: RequestContext,
    @Args('input') input: GenerateInput,
  ): Promise<typeof GenerateResult> {
    const started = await this.schedules.generate(context, input);
    switch (started.kind) {
      case 'started':
        return jobStarted(started.job);
      case 'requirement-missing':
        return Object.assign(new RequirementMissing(), { message: 'compute the requirement of this week first' });
      case 'not-found':
        return NotFound.of('schedule');
      case 'invalid':
        return InvalidInput.of(started.path, started.message);
    }
  }

  @Mutation(() => EditShiftsResult)
  @RequirePermission('schedule.edit')
  async editShifts(
    @CurrentContext() context: RequestContext,
    @Args('input') input: EditShiftsInput,
  ): Promise<typeof EditShiftsResult> {
    return editResultOf(await this.edits.edit(context, input));
  }

  @Query(() => PublishPreview, { nullable: true })
  @RequirePermission('schedule.read')
  async publishPreview(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('part', { type: () => PublishPartInput, nullable: true }) part: PublishPartInput | null,
  ): Promise<PublishPreview | null> {
    const card = await this.publishing.preview(context, scheduleId, part);
    return card && publishPreviewOf(card);
  }

  @Mutation(() => PublishResult)
  @RequirePermission('schedule.publish')
  async publishSchedule(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
    @Args('overrideReason', { type: () => String, nullable: true }) overrideReason: string | null,
    @Args('part', { type: () => PublishPartInput, nullable: true }) part: PublishPartInput | null,
  ): Promise<typeof PublishResult> {
    const order = { scheduleId, expectedVersion, overrideReason, part };
    return publishResultOf(await this.publishing.publish(context, order));
  }

  @Subscription(() => ScheduleChange, { resolve: (change: ScheduleChange) => change })
  @RequirePermission('schedule.read')
  scheduleChanged(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
  ): Promise<AsyncIterableIterator<ScheduleChange>> {
    return this.changes.watch(context, scheduleId);
  }
}

const OVERLAP = 'an agent has another published shift at the same time';

export function editResultOf(outcome: EditOutcome): typeof EditShiftsResult {
  switch (outcome.kind) {
    case 'edited':
      return Object.assign(new ShiftsEdited(), {
        scheduleVersion: outcome.version,
        changesSincePublish: outcome.changesSincePublish,
        shifts: outcome.shifts.map(shiftOf),
        removedIds: [...outcome.removedIds],
        breaches: outcome.breaches.map(breachOf),
      });
    case 'edited-meanwhile':
      return Object.assign(new EditedMeanwhile(), {
        message: 'someone changed these shifts meanwhile',
        scheduleVersion: outcome.version,
        shifts: outcome.shifts.map(shiftOf),
        removedIds: [...outcome.removedIds],
        changedBy: outcome.changedBy,
        changedAt: outcome.changedAt,
        changedWhat: outcome.changedWhat,
      });
    case 'has-breaches':
      return Object.assign(new ScheduleHasBreaches(), {
        message: outcome.overlap ? OVERLAP : 'this would break rules that must hold',
        breaches: outcome.breaches.map(breachOf),
      });
    case 'not-found':
      return NotFound.of('schedule');
    case 'invalid':
      return InvalidInput.of(outcome.fault.path, outcome.fault.message);
  }
}

function publishResultOf(outcome: PublishOutcome): typeof PublishResult {
  switch (outcome.kind) {
    case 'published':
      return Object.assign(new SchedulePublished(), {
        schedule: scheduleOf(outcome.schedule),
        notifiedAgents: outcome.notifiedAgents,
      });
    case 'has-breaches': {
      const message = outcome.overlap ? OVERLAP : 'rules that must hold are broken';
      return Object.assign(new ScheduleHasBreaches(), { message, breaches: outcome.breaches.map(breachOf) });
    }
    case 'already-published':
      return Object.assign(new ScheduleAlreadyPublished(), {
        message: 'this schedule is published and nothing has changed since',
      });
    case 'edited-meanwhile':
      return Object.assign(new EditedMeanwhile(), {
        message: 'someone changed this schedule meanwhile',
        scheduleVersion: outcome.version,
        shifts: [],
        removedIds: [],
        changedBy: outcome.changedBy,
        changedAt: null,
        changedWhat: null,
      });
    case 'not-found':
      return NotFound.of('schedule');
    case 'invalid':
      return InvalidInput.of(outcome.path, outcome.message);
  }
}
