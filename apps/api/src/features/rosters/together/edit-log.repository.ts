import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { ShiftMemory } from '../shifts.repository.js';
import type { LoggedStep } from './undo-stack.js';

/** A shift in the edit log: what undo needs to bring it back as it was. */
export interface LoggedShift extends ShiftMemory {
  readonly id: string;
  readonly locked: boolean;
}

export interface LoggedEdit {
  readonly version: number;
  readonly label: string;
  readonly at: Instant;
  readonly before: readonly (LoggedShift | null)[];
  readonly after: readonly (LoggedShift | null)[];
}

/** An edit as the history lists it. */
export interface HistoryEdit extends LoggedStep {
  readonly label: string;
  readonly at: Instant;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly shiftCount: number;
  readonly agentIds: readonly string[];
  readonly overrideReason: string | null;
}

/** A shift whose times an edit changed: null before, it is new; null after, it is gone. */
export interface MovedSpan {
  readonly at: Instant;
  readonly before: Pick<ShiftMemory, 'agentId' | 'startAt' | 'endAt'> | null;
  readonly after: Pick<ShiftMemory, 'agentId' | 'startAt' | 'endAt'> | null;
}

export interface LastTouch {
  readonly author: string | null;
  readonly at: Instant;
  readonly label: string;
}

/** Steps looked at to say who changed a shift; older ones cannot have come between a look and an edit. */
const RECENT_STEPS = 200;

/** The log of all edits of a schedule, which undo, history and conflicts read. */
@Injectable()
export class EditLogRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** The own steps of who asks, since the roster was last replaced as a whole; oldest first. */
  ownSteps(context: RequestContext, scheduleId: string): Promise<LoggedStep[]> {
    return this.database.read<LoggedStep>(
      context,
      `select version, undoes, redoes from schedule_edits where schedule_id = $1 and author_id = $2 and version >
         coalesce((select max(v.version) from schedule_versions v where v.schedule_id = $1 and v.kept_because in ('generate', 'restore')), 0)
       order by version`,
      [scheduleId, context.userId],
    );
  }

  /** Every shift that came, went, changed hands or moved by an edit since an instant, oldest first. */
  movedSpans(context: RequestContext, scheduleId: string, since: Instant): Promise<MovedSpan[]> {
    const timesOf = (shift: string) =>
      `case when ${shift} <> 'null' then jsonb_build_object('agentId', ${shift} -> 'agentId', 'startAt', ${shift} -> 'startAt', 'endAt', ${shift} -> 'endAt') end`;
    return this.database.read<MovedSpan>(
      context,
      `select at, before, after from (
         select e.created_at as at, e.version, b.position, ${timesOf('b.shift')} as before, ${timesOf('(e.after -> (b.position - 1)::integer)')} as after
         from schedule_edits e, jsonb_array_elements(e.before) with ordinality as b (shift, position)
         where e.schedule_id = $1 and e.created_at > $2::timestamptz) moved
       where before is distinct from after order by version, position`,
      [scheduleId, new Date(since).toISOString()],
    );
  }

  /** Steps by version, of the person who asks only; in order of version. */
  async own(context: RequestContext, scheduleId: string, versions: readonly number[]): Promise<LoggedEdit[]> {
    return this.database.read<LoggedEdit>(
      context,
      `select version, label, created_at as at, before, after from schedule_edits
       where schedule_id = $1 and author_id = $2 and version = any ($3::integer[]) order by version`,
      [scheduleId, context.userId, versions],
    );
  }

  /** Everybody's edits before a version, newest first. */
  history(
    context: RequestContext,
    scheduleId: string,
    page: { readonly first: number; readonly beforeVersion: number | null },
  ): Promise<HistoryEdit[]> {
    return this.database.read<HistoryEdit>(
      context,
      `select e.version, e.undoes, e.redoes, e.label, e.created_at as at, e.author_id as "authorId", u.display_name as author,
         jsonb_array_length(e.before) as "shiftCount", e.override_reason as "overrideReason",
         array(select distinct x ->> 'agentId' from jsonb_array_elements(e.before || e.after) x where x <> 'null') as "agentIds"
       from schedule_edits e left join users u on u.id = e.author_id
       where e.schedule_id = $1 and ($2::integer is null or e.version < $2) order by e.version desc limit $3`,
      [scheduleId, page.beforeVersion, page.first],
    );
  }

  /** Who changed one of these shifts, or the roster of these agents, last. */
  async lastTouch(
    context: RequestContext,
    scheduleId: string,
    of: { readonly shiftIds: readonly string[]; readonly agentIds: readonly string[] },
  ): Promise<LastTouch | null> {
    const [row] = await this.database.read<LastTouch>(
      context,
      `select u.display_name as author, e.created_at as at, e.label
       from (select * from schedule_edits where schedule_id = $1 order by version desc limit ${RECENT_STEPS}) e
       left join users u on u.id = e.author_id
       where exists (select 1 from jsonb_array_elements(e.before || e.after) x where x ->> 'id' = any ($2) or x ->> 'agentId' = any ($3))
       order by exists (select 1 from jsonb_array_elements(e.before || e.after) x where x ->> 'id' = any ($2)) desc, e.version desc limit 1`,
      [scheduleId, of.shiftIds, of.agentIds],
    );
    return row ?? null;
  }
}
