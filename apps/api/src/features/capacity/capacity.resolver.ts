import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { CapacityPlan } from '@yotei/scheduling/capacity';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { jobStarted } from '../../platform/jobs/job.mapper.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { CapacityPlansService } from './capacity-plans.service.js';
import {
  CapacityFigures,
  CapacityPlanHead,
  CapacityPlanInput,
  CapacityPlanView,
  CapacityProposal,
  NewCapacityPlanInput,
  ProposeHiringResult,
  SaveCapacityPlanResult,
} from './capacity.graphql-types.js';
import { figuresOf, headOf, proposalOf, savedOf, viewOf } from './capacity.mapper.js';

/** Eighteen months. */
const WEEKS = 78;
const SECONDS = 20;

@Resolver(() => CapacityPlanView)
export class CapacityResolver {
  constructor(private readonly plans: CapacityPlansService) {}

  @Query(() => [CapacityPlanHead], { description: 'Capacity plans, last saved first.' })
  @RequirePermission('capacity.read')
  async capacityPlans(@CurrentContext() context: RequestContext): Promise<CapacityPlanHead[]> {
    return (await this.plans.heads(context)).map(headOf);
  }

  @Query(() => CapacityPlanView, { nullable: true })
  @RequirePermission('capacity.read')
  async capacityPlan(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CapacityPlanView | null> {
    const record = await this.plans.byId(context, id);
    return record && viewOf(record);
  }

  @ResolveField(() => CapacityFigures, { description: 'What comes out of the plan.' })
  figures(@Parent() { plan }: CapacityPlanView): CapacityFigures {
    return figuresOf(plan as CapacityPlan);
  }

  @ResolveField(() => [CapacityProposal], { description: 'The latest ten, newest first.' })
  async proposals(
    @CurrentContext() context: RequestContext,
    @Parent() { id, plan }: CapacityPlanView,
  ): Promise<CapacityProposal[]> {
    return (await this.plans.proposals(context, id)).map((record) => proposalOf(record, plan as CapacityPlan));
  }

  @Mutation(() => SaveCapacityPlanResult)
  @RequirePermission('capacity.edit')
  async createCapacityPlan(
    @CurrentContext() context: RequestContext,
    @Args('input') { title, weeks, firstOn, copyOfId }: NewCapacityPlanInput,
  ): Promise<typeof SaveCapacityPlanResult> {
    return savedOf(
      await this.plans.create(context, {
        title,
        weeks: weeks ?? WEEKS,
        firstOn: firstOn ?? null,
        copyOfId: copyOfId ?? null,
      }),
    );
  }

  @Mutation(() => SaveCapacityPlanResult)
  @RequirePermission('capacity.edit')
  async saveCapacityPlan(
    @CurrentContext() context: RequestContext,
    @Args('input') { id, version, title, plan }: CapacityPlanInput,
  ): Promise<typeof SaveCapacityPlanResult> {
    return savedOf(await this.plans.save(context, { id, version, title, plan: plan as CapacityPlan }));
  }

  @Mutation(() => SaveCapacityPlanResult, { description: 'Puts a plan aside, or brings it back.' })
  @RequirePermission('capacity.edit')
  async archiveCapacityPlan(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('archived') archived: boolean,
  ): Promise<typeof SaveCapacityPlanResult> {
    return savedOf(await this.plans.setArchived(context, id, archived));
  }

  @Mutation(() => ProposeHiringResult, {
    description: 'Lets an optimiser propose a hiring plan for the newest version; the job’s result names the proposal.',
  })
  @RequirePermission('capacity.edit')
  async proposeHiring(
    @CurrentContext() context: RequestContext,
    @Args('planId', { type: () => ID }) planId: string,
    @Args('keep') keep: boolean,
    @Args('seconds', { type: () => Int, nullable: true }) seconds?: number | null,
  ): Promise<typeof ProposeHiringResult> {
    const started = await this.plans.propose(context, { planId, keep, seconds: seconds ?? SECONDS });
    if (started.kind === 'not-found') return NotFound.of('capacity plan');
    if (started.kind === 'invalid') return InvalidInput.of(started.path, started.message);
    return jobStarted(started.job);
  }
}
