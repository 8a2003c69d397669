import { BadRequestException } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { holidayCountries, holidayRegions, holidayStates } from '@yotei/forecast/holidays';
import { daysBetween } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import {
  CentreEventInput,
  HolidayCalendarInput,
  HolidayChoiceInput,
  HolidayPlaces,
  RecurringDayInput,
  ShownDaysInput,
  SpecialDays,
  SpecialDaysResult,
} from './special-days.graphql-types.js';
import { ruleOfInput, specialDaysOf, specialDaysResultOf } from './special-days.mapper.js';
import { LONGEST_RANGE_DAYS, SpecialDaysService } from './special-days.service.js';

@Resolver()
export class SpecialDaysResolver {
  constructor(private readonly days: SpecialDaysService) {}

  @Query(() => SpecialDays, { nullable: true })
  @RequirePermission('demand.read')
  async specialDays(
    @CurrentContext() context: RequestContext,
    @Args('shown') shown: ShownDaysInput,
  ): Promise<SpecialDays | null> {
    refuseLongRange(shown);
    const view = await this.days.view(context, shown);
    return view && specialDaysOf(view);
  }

  @Query(() => HolidayPlaces, { description: 'Places whose holidays are known' })
  @RequirePermission('demand.read')
  holidayPlaces(
    @Args('country', { type: () => String, nullable: true }) country: string | null,
    @Args('state', { type: () => String, nullable: true }) state: string | null,
  ): HolidayPlaces {
    return {
      countries: holidayCountries(),
      states: country ? holidayStates(country) : [],
      regions: country && state ? holidayRegions(country, state) : [],
    };
  }

  @Mutation(() => SpecialDaysResult)
  @RequirePermission('demand.edit')
  async setHolidayCalendar(
    @CurrentContext() context: RequestContext,
    @Args('shown') shown: ShownDaysInput,
    @Args('input') { country, state, region, version }: HolidayCalendarInput,
  ): Promise<typeof SpecialDaysResult> {
    refuseLongRange(shown);
    const calendar = { country, state: state ?? null, region: region ?? null, version };
    return specialDaysResultOf(await this.days.saveCalendar(context, shown, calendar));
  }

  @Mutation(() => SpecialDaysResult, { description: 'What a holiday is to the site, in every year' })
  @RequirePermission('demand.edit')
  async setHoliday(
    @CurrentContext() context: RequestContext,
    @Args('shown') shown: ShownDaysInput,
    @Args('input') { key, treatment, version, ...input }: HolidayChoiceInput,
  ): Promise<typeof SpecialDaysResult> {
    refuseLongRange(shown);
    return specialDaysResultOf(
      await this.days.saveChoice(context, shown, {
        key,
        treatment,
        version,
        fromMinute: input.fromMinute ?? null,
        untilMinute: input.untilMinute ?? null,
        nameEn: input.nameEn?.trim() || null,
        nameJa: input.nameJa?.trim() || null,
      }),
    );
  }

  @Mutation(() => SpecialDaysResult)
  @RequirePermission('demand.edit')
  async saveCentreEvent(
    @CurrentContext() context: RequestContext,
    @Args('shown') shown: ShownDaysInput,
    @Args('input') { id, version, ...input }: CentreEventInput,
  ): Promise<typeof SpecialDaysResult> {
    refuseLongRange(shown);
    const change = changeOf(id, version);
    if (change instanceof InvalidInput) return change;
    const event = { ...input, queueIds: input.queueIds ?? null };
    return specialDaysResultOf(await this.days.saveEvent(context, shown, { event, change }));
  }

  @Mutation(() => SpecialDaysResult)
  @RequirePermission('demand.edit')
  async removeCentreEvent(
    @CurrentContext() context: RequestContext,
    @Args('shown') shown: ShownDaysInput,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<typeof SpecialDaysResult> {
    refuseLongRange(shown);
    return specialDaysResultOf(await this.days.removeEvent(context, shown, { id, version }));
  }

  @Mutation(() => SpecialDaysResult)
  @RequirePermission('demand.edit')
  async saveRecurringDay(
    @CurrentContext() context: RequestContext,
    @Args('shown') shown: ShownDaysInput,
    @Args('input') { id, version, rule, ...input }: RecurringDayInput,
  ): Promise<typeof SpecialDaysResult> {
    refuseLongRange(shown);
    const change = changeOf(id, version);
    if (change instanceof InvalidInput) return change;
    const day = {
      title: input.title,
      rule: ruleOfInput(rule),
      lastsDays: input.lastsDays,
      effectFraction: input.effectFraction ?? null,
      halfLifeDays: input.halfLifeDays ?? null,
      queueIds: input.queueIds ?? null,
    };
    return specialDaysResultOf(await this.days.saveRecurring(context, shown, { day, change }));
  }

  @Mutation(() => SpecialDaysResult)
  @RequirePermission('demand.edit')
  async removeRecurringDay(
    @CurrentContext() context: RequestContext,
    @Args('shown') shown: ShownDaysInput,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<typeof SpecialDaysResult> {
    refuseLongRange(shown);
    return specialDaysResultOf(await this.days.removeRecurring(context, shown, { id, version }));
  }
}

/** The record an input changes, by the version it was read at; null for a new one. */
function changeOf(
  id: string | null | undefined,
  version: number | null | undefined,
): { readonly id: string; readonly version: number } | null | InvalidInput {
  if ((id == null) !== (version == null)) return InvalidInput.of('version', 'id and version go together');
  return id != null && version != null ? { id, version } : null;
}

function refuseLongRange({ fromOn, untilOn }: ShownDaysInput): void {
  const days = daysBetween(fromOn, untilOn) + 1;
  if (days < 1 || days > LONGEST_RANGE_DAYS)
    throw new BadRequestException(`the range (${days} days) must be 1..${LONGEST_RANGE_DAYS} days long`);
}
