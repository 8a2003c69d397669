import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { BreakProposal, BreaksPlaced, PlaceBreaksResult } from './break-placement.graphql-types.js';
import { BreakPlacementService, type BreakProposal as Proposal } from './break-placement.service.js';
import { shiftOf } from './rosters.mapper.js';
import { EditedMeanwhile, ScheduleHasBreaches } from './schedules.graphql-types.js';
import { editResultOf } from './schedules.resolver.js';

@Resolver()
export class BreakPlacementResolver {
  constructor(private readonly breaks: BreakPlacementService) {}

  @Query(() => BreakProposal, {
    nullable: true,
    description: 'Breaks placed again from an instant on; nothing is changed.',
  })
  @RequirePermission('schedule.edit')
  async breakProposal(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('fromAt', { type: () => DateTimeScalar }) fromAt: Instant,
    @Args('untilAt', { type: () => DateTimeScalar, nullable: true }) untilAt: Instant | null,
  ): Promise<BreakProposal | null> {
    const proposal = await this.breaks.propose(context, { scheduleId, fromAt, untilAt });
    return proposal && proposalOf(proposal);
  }

  @Mutation(() => PlaceBreaksResult, {
    description: 'Places breaks again from an instant on, as one step that undo takes back.',
  })
  @RequirePermission('schedule.edit')
  async placeBreaks(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('fromAt', { type: () => DateTimeScalar }) fromAt: Instant,
    @Args('label', { type: () => String }) label: string,
  ): Promise<typeof PlaceBreaksResult> {
    const placed = await this.breaks.place(context, { scheduleId, fromAt, label });
    if (placed.kind === 'not-found') return NotFound.of('schedule');
    const { proposal, outcome } = placed;
    if (outcome !== null && outcome.kind !== 'edited') {
      const refused = editResultOf(outcome);
      if (refused instanceof EditedMeanwhile || refused instanceof ScheduleHasBreaches || refused instanceof NotFound)
        return refused;
      throw new Error(`an edit of breaks must be a valid edit (${outcome.kind}); name it with a label`);
    }
    return Object.assign(new BreaksPlaced(), {
      proposal: proposalOf(proposal),
      scheduleVersion: outcome?.version ?? null,
    });
  }
}

function proposalOf({ shifts, ...proposal }: Proposal): BreakProposal {
  return { ...proposal, shifts: shifts.map(shiftOf) };
}
