import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { editResultOf, ScheduleHasBreaches } from '../../rosters/index.js';
import { NothingPlanned } from '../outlook/outlook.graphql-types.js';
import {
  ApplyRepairResult,
  RepairApplied,
  RepairProposals,
  RepairProposalsResult,
  RepairStale,
  RepairUndone,
  UndoRepairResult,
} from './repair.graphql-types.js';
import { proposalsOf } from './repair.mapper.js';
import type { AppliedRepair } from './repair-outcome.js';
import { RepairService } from './repair.service.js';

@ArgsType()
export class RepairProposalsArgs {
  @Field(() => ID, { nullable: true, description: 'Only for this queue' }) queueId!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only for stretches that touch the span' })
  startAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true }) endAt!: Instant | null;
}

@Resolver()
export class RepairResolver {
  constructor(private readonly repairs: RepairService) {}

  @Query(() => RepairProposalsResult, { description: 'Ways to mend today, best first; nothing is changed.' })
  @RequirePermission('intraday.act')
  async repairProposals(
    @CurrentContext() context: RequestContext,
    @Args() { queueId, startAt, endAt }: RepairProposalsArgs,
  ): Promise<typeof RepairProposalsResult> {
    const span = startAt != null && endAt != null ? { startAt, endAt } : null;
    const found = await this.repairs.propose(context, { queueId: queueId ?? null, span });
    if (found) return Object.assign(new RepairProposals(), proposalsOf(found));
    return Object.assign(new NothingPlanned(), { message: 'no published schedule holds the present' });
  }

  @Mutation(() => ApplyRepairResult, {
    description:
      'Carries a proposal out: one step of the schedule, told to its people, or an offer. Refused when stale.',
  })
  @RequirePermission('intraday.act')
  async applyRepair(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('label', { type: () => String, description: 'Name of the step, for undo and history' }) label: string,
  ): Promise<typeof ApplyRepairResult> {
    const outcome = await this.repairs.apply(context, { id, label });
    return outcome.kind === 'applied' ? Object.assign(new RepairApplied(), outcome) : refused(outcome);
  }

  @Mutation(() => UndoRepairResult)
  @RequirePermission('intraday.act')
  async undoRepair(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('label', { type: () => String }) label: string,
  ): Promise<typeof UndoRepairResult> {
    const outcome = await this.repairs.undo(context, { id, label });
    return outcome.kind === 'undone' ? Object.assign(new RepairUndone(), { id }) : refused(outcome);
  }
}

function refused(outcome: Exclude<AppliedRepair, { kind: 'applied' }>) {
  switch (outcome.kind) {
    case 'stale':
      return Object.assign(new RepairStale(), outcome);
    case 'has-breaches':
      return editResultOf(outcome) as ScheduleHasBreaches;
    case 'invalid':
      return InvalidInput.of(outcome.path, outcome.message);
    case 'not-found':
      return NotFound.of('proposal');
  }
}
