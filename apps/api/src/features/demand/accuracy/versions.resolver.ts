import { BadRequestException } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { gridEnd, localDaysGrid, type LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { ForecastRepository } from '../forecasts.repository.js';
import { ForecastLayerRepository } from '../layers/forecast-layers.repository.js';
import { QueueDirectory } from '../queue-directory.js';
import { ForecastApprovalService } from './approval.service.js';
import { ForecastApprovalRepository } from './forecast-approvals.repository.js';
import { ForecastVersionRepository } from './forecast-versions.repository.js';
import { VersionComparisonService } from './version-comparison.service.js';
import {
  ApproveForecastInput,
  ApproveForecastResult,
  ForecastApproved,
  ForecastComparison,
  ForecastVersions,
} from './versions.graphql-types.js';
import { approvedDayOf, comparisonOf, versionOf } from './versions.mapper.js';

/** Eight weeks at quarter-hours are 5,376 numbers a side: what a screen can show. */
const LONGEST_COMPARISON_DAYS = 56;
const LONGEST_RANGE_DAYS = 400;

@ArgsType()
export class ForecastVersionsArgs {
  @Field(() => ID) queueId!: string;
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int) days!: number;
}

@ArgsType()
export class CompareForecastsArgs extends ForecastVersionsArgs {
  @Field(() => String, { description: "A version's id, 'approved', or 'newest' with the edits of today." })
  one!: string;
  @Field(() => String) other!: string;
}

function checkDays(days: number, most: number): void {
  if (days < 1 || days > most) throw new BadRequestException(`days must lie in 1..${most}`);
}

@Resolver()
export class ForecastVersionResolver {
  constructor(
    private readonly queues: QueueDirectory,
    private readonly forecasts: ForecastRepository,
    private readonly versions: ForecastVersionRepository,
    private readonly approvals: ForecastApprovalRepository,
    private readonly comparisons: VersionComparisonService,
    private readonly layers: ForecastLayerRepository,
  ) {}

  @Query(() => ForecastVersions, { nullable: true })
  @RequirePermission('demand.read')
  async forecastVersions(
    @CurrentContext() context: RequestContext,
    @Args() { queueId, fromOn, days }: ForecastVersionsArgs,
  ): Promise<ForecastVersions | null> {
    checkDays(days, LONGEST_RANGE_DAYS);
    const queue = await this.queues.byId(context, queueId);
    if (!queue) return null;
    const range = { fromOn, days };
    const span = localDaysGrid(fromOn, days, queue.zone, queue.intervalMinutes);
    const newest = await this.forecasts.days(context, queueId, range);
    const edits = await this.layers.touching(context, queueId, { startAt: span.startAt, endAt: gridEnd(span) });
    return {
      versions: (await this.versions.covering(context, queueId, range)).map(versionOf),
      approved: (await this.approvals.inForce(context, queueId, range)).map((approval) =>
        approvedDayOf(approval, { newest, edits }),
      ),
    };
  }

  @Query(() => ForecastComparison, { nullable: true, description: 'Null when a side has none of the days.' })
  @RequirePermission('demand.read')
  async compareForecasts(
    @CurrentContext() context: RequestContext,
    @Args() order: CompareForecastsArgs,
  ): Promise<ForecastComparison | null> {
    checkDays(order.days, LONGEST_COMPARISON_DAYS);
    const comparison = await this.comparisons.compare(context, order);
    return comparison && comparisonOf(comparison);
  }
}

@Resolver()
export class ForecastApprovalResolver {
  constructor(private readonly approvals: ForecastApprovalService) {}

  @Mutation(() => ApproveForecastResult)
  @RequirePermission('forecast.approve')
  async approveForecast(
    @CurrentContext() context: RequestContext,
    @Args('input') input: ApproveForecastInput,
  ): Promise<typeof ApproveForecastResult> {
    const outcome = await this.approvals.approve(context, {
      queueIds: input.queueIds ?? null,
      forecastId: input.forecastId ?? null,
      fromOn: input.fromOn,
      days: input.days,
      note: input.note ?? '',
    });
    switch (outcome.kind) {
      case 'approved':
        return Object.assign(new ForecastApproved(), { queues: outcome.queues.map((queue) => ({ ...queue })) });
      case 'not-found':
        return NotFound.of('queue');
      case 'invalid':
        return InvalidInput.of(outcome.path, outcome.message);
    }
  }
}
