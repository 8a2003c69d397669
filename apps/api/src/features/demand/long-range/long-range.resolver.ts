import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GrowthAssumption as Growth } from '@yotei/forecast';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { startedForecast } from '../started-forecast.js';
import {
  GrowthAssumption,
  GrowthAssumptionInput,
  GrowthKind,
  GrowthSaved,
  LongRangeTrend,
  LongRangeView,
  SaveGrowthResult,
  StartLongRangeResult,
} from './long-range.graphql-types.js';
import type { GrowthRecord } from './long-range.repository.js';
import { LongRangeService, type GrowthResult } from './long-range.service.js';

@ArgsType()
export class StartLongRangeArgs {
  @Field(() => LocalDateScalar, { description: 'A Monday.' }) fromOn!: LocalDate;
  @Field(() => Int) weeks!: number;
  @Field(() => LongRangeTrend, { nullable: true }) trend?: LongRangeTrend | null;
}

@Resolver()
export class LongRangeResolver {
  constructor(private readonly longRange: LongRangeService) {}

  @Query(() => LongRangeView, {
    name: 'longRange',
    nullable: true,
    description: 'Without a queue, all queues together.',
  })
  @RequirePermission('demand.read')
  async longRangeView(
    @CurrentContext() context: RequestContext,
    @Args('queueId', { type: () => ID, nullable: true }) queueId: string | null,
  ): Promise<LongRangeView | null> {
    const picture = await this.longRange.picture(context, queueId ?? null);
    return (
      picture &&
      Object.assign(new LongRangeView(), {
        queueId: picture.queueId,
        version: picture.newest?.version ?? null,
        series: picture.newest?.series ?? null,
        versions: picture.versions,
        growth: picture.growth.map(growthOf),
      })
    );
  }

  @Mutation(() => StartLongRangeResult)
  @RequirePermission('forecast.run')
  async startLongRange(
    @CurrentContext() context: RequestContext,
    @Args() { fromOn, weeks, trend }: StartLongRangeArgs,
  ): Promise<typeof StartLongRangeResult> {
    const order = { fromOn, weeks, trend: trend ?? LongRangeTrend.DAMPED };
    return startedForecast(await this.longRange.start(context, order));
  }

  @Mutation(() => SaveGrowthResult)
  @RequirePermission('demand.edit')
  async addGrowthAssumption(
    @CurrentContext() context: RequestContext,
    @Args('input') input: GrowthAssumptionInput,
  ): Promise<typeof SaveGrowthResult> {
    const of = { assumption: assumptionOf(input), reason: input.reason };
    return this.saved(context, await this.longRange.addGrowth(context, input.queueId ?? null, of));
  }

  @Mutation(() => SaveGrowthResult, { description: 'Takes an assumption back, or with undone false puts it in again.' })
  @RequirePermission('demand.edit')
  async undoGrowthAssumption(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('undone', { type: () => Boolean, defaultValue: true }) undone: boolean,
  ): Promise<typeof SaveGrowthResult> {
    return this.saved(context, await this.longRange.setGrowthUndone(context, id, undone));
  }

  private async saved(context: RequestContext, result: GrowthResult): Promise<typeof SaveGrowthResult> {
    if (result.kind === 'invalid') return InvalidInput.of(result.path, result.message);
    if (result.kind === 'not-found') return NotFound.of('growth assumption or queue');
    const picture = await this.longRange.picture(context, null);
    return Object.assign(new GrowthSaved(), { growth: picture!.growth.map(growthOf) });
  }
}

function assumptionOf({ kind, fromOn, untilOn, value, rampWeeks }: GrowthAssumptionInput): Growth {
  const span = untilOn ? { fromOn, untilOn } : { fromOn };
  return kind === GrowthKind.WEEKLY_CONTACTS
    ? { kind, ...span, contacts: value, ...(rampWeeks == null ? {} : { rampWeeks }) }
    : { kind, ...span, percent: value };
}

function growthOf({ assumption, ...row }: GrowthRecord): GrowthAssumption {
  const isContacts = assumption.kind === 'weekly-contacts';
  return Object.assign(new GrowthAssumption(), {
    ...row,
    kind: assumption.kind,
    fromOn: assumption.fromOn,
    untilOn: assumption.untilOn ?? null,
    value: isContacts ? assumption.contacts : assumption.percent,
    rampWeeks: isContacts ? (assumption.rampWeeks ?? null) : null,
  });
}
