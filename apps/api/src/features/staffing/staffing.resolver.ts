import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PLAN_MODELS } from '@yotei/scheduling/staffing';
import type { Instant, LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { DateTimeScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { planOfInput } from '../demand/index.js';
import { RequirementExplanation } from './explanation.graphql-types.js';
import { ExplanationService } from './explanation.service.js';
import { RequirementService } from './requirement.service.js';
import {
  ComputeRequirementResult,
  ForecastMissing,
  RequirementComputed,
  RequirementView,
  SaveStaffingSettingsResult,
  StaffingModel,
  StaffingSettingsInput,
} from './staffing.graphql-types.js';
import { explanationOf, requirementViewOf, savedSettingsOf, staffingModelOf } from './staffing.mapper.js';
import { StaffingSettingsService } from './staffing-settings.service.js';

const LONGEST_REQUIREMENT_DAYS = 400;

@ArgsType()
export class RequirementRangeArgs {
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int) days!: number;
}

@ArgsType()
export class RequirementArgs extends RequirementRangeArgs {
  @Field(() => [ID], { nullable: true }) queueIds?: string[] | null;
}

@Resolver()
export class StaffingResolver {
  constructor(
    private readonly requirements: RequirementService,
    private readonly explanations: ExplanationService,
    private readonly settings: StaffingSettingsService,
  ) {}

  @Query(() => [StaffingModel])
  @RequirePermission('staffing.read')
  staffingModels(): StaffingModel[] {
    return PLAN_MODELS.map(staffingModelOf);
  }

  @Query(() => RequirementView, { nullable: true })
  @RequirePermission('staffing.read')
  async requirement(
    @CurrentContext() context: RequestContext,
    @Args() { fromOn, days, queueIds }: RequirementArgs,
  ): Promise<RequirementView | null> {
    const picture =
      days >= 1 && days <= LONGEST_REQUIREMENT_DAYS
        ? await this.requirements.picture(context, { fromOn, days }, queueIds)
        : null;
    return picture && requirementViewOf(picture);
  }

  @Query(() => RequirementExplanation, { nullable: true })
  @RequirePermission('staffing.read')
  async explainRequirement(
    @CurrentContext() context: RequestContext,
    @Args('queueId', { type: () => ID }) queueId: string,
    @Args('startAt', { type: () => DateTimeScalar }) startAt: Instant,
  ): Promise<RequirementExplanation | null> {
    const found = await this.explanations.explain(context, queueId, startAt);
    return found && explanationOf(found);
  }

  @Mutation(() => ComputeRequirementResult)
  @RequirePermission('staffing.edit')
  async computeRequirement(
    @CurrentContext() context: RequestContext,
    @Args() { fromOn, days }: RequirementRangeArgs,
  ): Promise<typeof ComputeRequirementResult> {
    if (days < 1 || days > LONGEST_REQUIREMENT_DAYS)
      return InvalidInput.of('days', `days must lie in 1..${LONGEST_REQUIREMENT_DAYS}`);
    const computed = await this.requirements.compute(context, { fromOn, days });
    if (computed.kind === 'forecast-missing') {
      return Object.assign(new ForecastMissing(), {
        message: 'forecast these days first',
        queueIds: computed.queueIds,
      });
    }
    const picture = await this.requirements.picture(context, { fromOn, days });
    return Object.assign(new RequirementComputed(), { requirement: requirementViewOf(picture!) });
  }

  @Mutation(() => SaveStaffingSettingsResult)
  @RequirePermission('staffing.edit')
  async saveStaffingSettings(
    @CurrentContext() context: RequestContext,
    @Args('input') input: StaffingSettingsInput,
  ): Promise<typeof SaveStaffingSettingsResult> {
    const { plan, ...rest } = input;
    return savedSettingsOf(await this.settings.save(context, { ...rest, plan: planOfInput(plan) }));
  }
}
