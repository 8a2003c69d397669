import { Field, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, CurrentLoaders } from '../../../platform/context/current.decorators.js';
import type { Loaders } from '../../../platform/context/loaders.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { ScheduleBoard } from '../board.graphql-types.js';
import { Activity } from '../schedules.graphql-types.js';
import { TeamPlanRepository } from './team-plans.repository.js';

@ObjectType({ description: 'The session that an activity of a board is a place of.' })
export class SessionTitle {
  @Field(() => ID) shiftId!: string;
  @Field(() => Int, { description: 'Start of the activity, minutes from the board’s start.' }) startMinute!: number;
  @Field(() => String) title!: string;
}

/** What a training or meeting is called: few activities are places of sessions, so a board lists those alone. */
@Resolver(() => ScheduleBoard)
export class BoardSessionTitlesResolver {
  constructor(private readonly database: TenantDatabase) {}

  @ResolveField(() => [SessionTitle])
  sessionTitles(@CurrentContext() context: RequestContext, @Parent() board: ScheduleBoard): Promise<SessionTitle[]> {
    return this.database.read<SessionTitle>(
      context,
      `select a.shift_id as "shiftId", (date_part('epoch', a.start_at - $2::timestamptz) / 60)::integer as "startMinute", w.title
       from shifts sh
       join shift_activities a on a.organisation_id = sh.organisation_id and a.shift_id = sh.id and a.session_id is not null
       join work_sessions w on w.organisation_id = a.organisation_id and w.id = a.session_id
       where sh.organisation_id = $3 and sh.schedule_id = $1 order by a.shift_id, a.start_at`,
      [board.schedule.id, new Date(board.startAt).toISOString(), context.organisationId],
    );
  }
}

@Resolver(() => Activity)
export class ActivityTitleResolver {
  constructor(private readonly plans: TeamPlanRepository) {}

  @ResolveField(() => String, { nullable: true, description: 'Title of the session that it is a place of.' })
  title(
    @CurrentContext() context: RequestContext,
    @CurrentLoaders() loaders: Loaders,
    @Parent() { sessionId }: Activity,
  ): Promise<string | null> | null {
    if (sessionId === undefined) return null;
    return loaders.get('session-titles', () => this.titles(context)).load(sessionId);
  }

  private async titles(context: RequestContext): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.plans.sessions(context)).map(({ id, title }) => [id, title]));
  }
}
