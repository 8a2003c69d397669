import { Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { CalendarFeedRepository } from './feeds.repository.js';

@ObjectType({ description: 'The reader’s secret calendar link; its address is shown once, when it is made.' })
export class CalendarLink {
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When a calendar last read it.' })
  readonly readAt!: Instant | null;
  @Field(() => String, { nullable: true, description: 'What that calendar calls itself.' }) readonly reader!:
    string | null;
}

@ObjectType()
export class CalendarLinkMade {
  @Field(() => String, { description: 'Path below the address of the program; anyone who has it can read.' })
  readonly path!: string;
}

@Resolver()
export class CalendarFeedResolver {
  constructor(private readonly feeds: CalendarFeedRepository) {}

  @Query(() => CalendarLink, { nullable: true })
  @RequirePermission('my-week.read')
  myCalendarLink(@CurrentContext() context: RequestContext): Promise<CalendarLink | null> {
    return this.feeds.mine(context);
  }

  @Mutation(() => CalendarLinkMade, { description: 'A new secret link; the one before stops working.' })
  @RequirePermission('my-week.read')
  async makeCalendarLink(@CurrentContext() context: RequestContext): Promise<CalendarLinkMade> {
    return { path: `/api/calendar/${await this.feeds.renew(context)}.ics` };
  }

  @Mutation(() => Boolean)
  @RequirePermission('my-week.read')
  revokeCalendarLink(@CurrentContext() context: RequestContext): Promise<boolean> {
    return this.feeds.revoke(context);
  }
}
