import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { kindOf, requestOf } from './time-off.mapper.js';
import { TimeOffReview } from './time-off-review.service.js';
import type { TimeOffType } from './time-off-terms.repository.js';
import {
  DecideTimeOffResult,
  TimeOffAllowanceInput,
  TimeOffDecided,
  TimeOffKindInUse,
  TimeOffKindInput,
  TimeOffRequest,
  TimeOffTerms,
  TimeOffTermsResult,
} from './time-off.graphql-types.js';

/** The side of those who decide and set the terms. */
@Resolver()
export class TimeOffReviewResolver {
  constructor(private readonly review: TimeOffReview) {}

  @Query(() => [TimeOffRequest], {
    description: 'Requests that wait, the oldest first, with what covering would cost.',
  })
  @RequirePermission('exchange.decide')
  async waitingTimeOff(@CurrentContext() context: RequestContext): Promise<TimeOffRequest[]> {
    return (await this.review.waiting(context)).map(requestOf);
  }

  @Mutation(() => DecideTimeOffResult)
  @RequirePermission('exchange.decide')
  async decideTimeOff(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('approve', { type: () => Boolean }) approve: boolean,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ): Promise<typeof DecideTimeOffResult> {
    const row = await this.review.decide(context, { id, approve, reason });
    return row ? Object.assign(new TimeOffDecided(), { request: requestOf(row) }) : NotFound.of('waiting request');
  }

  @Query(() => TimeOffTerms)
  @RequirePermission('exchange.decide')
  timeOffTerms(@CurrentContext() context: RequestContext): Promise<TimeOffTerms> {
    return this.terms(context);
  }

  @Mutation(() => TimeOffTermsResult)
  @RequirePermission('organisation.edit')
  async saveTimeOffKind(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => TimeOffKindInput }) input: TimeOffKindInput,
  ): Promise<typeof TimeOffTermsResult> {
    const fault = faultOfKind(input);
    if (fault) return fault;
    const saved = await this.review.saveType(context, input as Omit<TimeOffType, 'archived'>);
    if (saved.kind === 'in-use')
      return Object.assign(new TimeOffKindInUse(), {
        message: 'requests of this kind still wait; answer them first',
        waitingCount: saved.waitingCount,
      });
    return this.terms(context);
  }

  @Mutation(() => TimeOffTermsResult)
  @RequirePermission('organisation.edit')
  async addTimeOffAllowance(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => TimeOffAllowanceInput }) input: TimeOffAllowanceInput,
  ): Promise<typeof TimeOffTermsResult> {
    if (input.untilOn <= input.fromOn) return InvalidInput.of('untilOn', 'the end must be after the start');
    if (!(input.fromMinute >= 0 && input.untilMinute <= 1440 && input.untilMinute > input.fromMinute))
      return InvalidInput.of('untilMinute', 'minutes of the day are 0 to 1440, the end after the start');
    if (input.most < 0) return InvalidInput.of('most', 'at least 0');
    if (!input.weekdays.every((day) => day >= 1 && day <= 7) || input.weekdays.length === 0)
      return InvalidInput.of('weekdays', 'weekdays are 1 (Monday) to 7');
    await this.review.addAllowance(context, { ...input, teamId: input.teamId ?? null });
    return this.terms(context);
  }

  @Mutation(() => Boolean)
  @RequirePermission('organisation.edit')
  removeTimeOffAllowance(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<boolean> {
    return this.review.removeAllowance(context, id);
  }

  private async terms(context: RequestContext): Promise<TimeOffTerms> {
    const kinds = (await this.review.types(context)).map(kindOf);
    const allowances = (await this.review.allowances(context)).map((one) => ({ ...one, weekdays: [...one.weekdays] }));
    return Object.assign(new TimeOffTerms(), { kinds, allowances });
  }
}

function faultOfKind(input: TimeOffKindInput): InvalidInput | null {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(input.code))
    return InvalidInput.of('code', 'lower-case letters, digits and hyphens');
  if (!input.title.en.trim() || !input.title.ja.trim()) return InvalidInput.of('title', 'both languages need a title');
  if (!['upfront', 'monthly'].includes(input.accrual)) return InvalidInput.of('accrual', 'upfront or monthly');
  if (!['rules', 'review'].includes(input.decides)) return InvalidInput.of('decides', 'rules or review');
  if (input.yearStartMonth < 1 || input.yearStartMonth > 12) return InvalidInput.of('yearStartMonth', '1 to 12');
  for (const path of ['yearlyMinutes', 'carryOverMinutes', 'minNoticeHours'] as const)
    if (input[path] < 0) return InvalidInput.of(path, 'at least 0');
  return null;
}
