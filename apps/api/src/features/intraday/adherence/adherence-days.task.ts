import { Injectable } from '@nestjs/common';
import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import { BackgroundTask } from '../../../platform/jobs/background-task.js';
import { AgentsService } from '../../organisation/index.js';
import { AgentStatesService } from '../ingest/index.js';
import { AdherenceJudging } from './adherence-judging.service.js';
import { ADHERENCE_TASK } from './adherence-task.js';
import { AgentDaysService } from './agent-days.service.js';

const EVERY_MILLIS = 2 * MINUTE_MILLIS;
const BATCH = 300;
/** Batches of one run; the rest comes with the next, which follows at once. */
const MOST_BATCHES = 20;

/** Days that ended within the last week without having been judged to their end. */
const UNJUDGED = `
insert into adherence_days_to_judge (organisation_id, agent_id, on_date)
select distinct app_organisation_id(), sh.agent_id, (lower(sh.span) at time zone s.zone)::date
from shifts sh join agents a on a.organisation_id = sh.organisation_id and a.id = sh.agent_id
join sites s on s.organisation_id = a.organisation_id and s.id = a.site_id
where sh.organisation_id = app_organisation_id() and sh.published and lower(sh.span) > $1::timestamptz - interval '8 days'
  and greatest(upper(sh.span), (((lower(sh.span) at time zone s.zone)::date + 1)::timestamp at time zone s.zone)) < $1::timestamptz - interval '15 minutes'
  and not exists (select 1 from adherence_days d where d.organisation_id = sh.organisation_id and d.agent_id = sh.agent_id
    and d.on_date = (lower(sh.span) at time zone s.zone)::date and d.final)
on conflict do nothing`;

/** Agent-days of edits of published schedules since the last look, as they were and as they became. */
const EDITED = `
insert into adherence_days_to_judge (organisation_id, agent_id, on_date)
select distinct app_organisation_id(), a.id, (to_timestamp((x ->> 'startAt')::float8 / 1000) at time zone s.zone)::date
from schedule_edits e, jsonb_array_elements(e.before || e.after) x
join agents a on a.organisation_id = app_organisation_id() and a.id::text = x ->> 'agentId'
join sites s on s.organisation_id = a.organisation_id and s.id = a.site_id
where e.organisation_id = app_organisation_id() and x <> 'null' and e.created_at > $1::timestamptz - interval '1 minute'
  and to_timestamp((x ->> 'startAt')::float8 / 1000) < now()
on conflict (organisation_id, agent_id, on_date) do update set asked_at = clock_timestamp()`;

/** Judges days as they run and again when plan, states or excuses changed. */
@Injectable()
export class AdherenceDaysTask extends BackgroundTask {
  override readonly name = ADHERENCE_TASK;

  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly states: AgentStatesService,
    private readonly agentDays: AgentDaysService,
    private readonly judging: AdherenceJudging,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(context: RequestContext, signal: AbortSignal): Promise<Instant | null> {
    const now = this.clock.now();
    await this.database.withTenant(context, (tx) => this.listChanged(tx, context, now));
    let isMore = true;
    for (let batch = 0; isMore && batch < MOST_BATCHES && !signal.aborted; batch += 1)
      isMore = (await this.judging.listed(context, BATCH)) === BATCH;
    if (!signal.aborted) await this.judgeRunning(context, now);
    return isMore ? now : this.nextLook(context, now);
  }

  /** Puts on the list what ended or changed since the last look. */
  private async listChanged(tx: EntityManager, context: RequestContext, now: Instant): Promise<void> {
    await tx.query(
      'insert into adherence_cursors (organisation_id) values (app_organisation_id()) on conflict do nothing',
    );
    const [cursor] = await readRows<{ states: string | null; edits: Instant }>(
      tx,
      'select states_cursor as states, edits_seen_until as edits from adherence_cursors where organisation_id = app_organisation_id() for update',
    );
    const changed = await this.states.changedDays(context, cursor!.states);
    await this.judging.ask(tx, changed.days);
    await tx.query(EDITED, [new Date(cursor!.edits).toISOString()]);
    await tx.query(UNJUDGED, [new Date(now).toISOString()]);
    await tx.query(
      'update adherence_cursors set states_cursor = $1, edits_seen_until = now() where organisation_id = app_organisation_id()',
      [changed.cursor],
    );
  }

  private async judgeRunning(context: RequestContext, now: Instant): Promise<void> {
    const agents = await this.people.all(context);
    const running = await this.agentDays.running(context, agents, now);
    await this.judging.running(context, running, now);
  }

  private async nextLook(context: RequestContext, now: Instant): Promise<Instant | null> {
    const [found] = await this.database.read<{ any: boolean }>(
      context,
      'select exists (select 1 from state_sources where organisation_id = $1) as any',
      [context.organisationId],
    );
    return found?.any ? now + EVERY_MILLIS : null;
  }
}
