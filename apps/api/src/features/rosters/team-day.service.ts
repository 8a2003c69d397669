import { Injectable } from '@nestjs/common';
import { addDays, startOfLocalDay, type Instant, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import { RecordsRepository } from './records.repository.js';

export interface MateOnDay {
  readonly agentId: string;
  readonly name: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** Who else of one's own team works a day, as far as the centre lets agents see it. */
@Injectable()
export class TeamDayService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly records: RecordsRepository,
  ) {}

  async view(context: RequestContext): Promise<'none' | 'times'> {
    const [row] = await this.database.read<{ view: 'none' | 'times' }>(
      context,
      'select team_view as view from organisations where id = $1',
      [context.organisationId],
    );
    return row!.view;
  }

  async setView(context: RequestContext, view: 'none' | 'times'): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      const before = await this.view(context);
      await tx.query('update organisations set team_view = $1 where id = $2', [view, context.organisationId]);
      await this.records.audit(tx, context, {
        action: 'organisation.team-view',
        subjectKind: 'organisation',
        subjectId: context.organisationId,
        before: { view: before },
        after: { view },
      });
    });
  }

  /** Published shifts that begin on the day, in order of start; empty for who is in no team. */
  async day(context: RequestContext, on: LocalDate): Promise<{ visible: boolean; mates: MateOnDay[] }> {
    return this.database.withTenant(context, async () => {
      const visible = (await this.view(context)) === 'times';
      const agent = context.userId ? await this.people.ofUser(context, context.userId) : null;
      if (!visible || !agent?.teamId) return { visible, mates: [] };
      const mates = await this.database.read<MateOnDay>(
        context,
        `select sh.agent_id as "agentId", a.name, lower(sh.span) as "startAt", upper(sh.span) as "endAt"
         from shifts sh join agents a on a.organisation_id = sh.organisation_id and a.id = sh.agent_id
         where sh.organisation_id = $1 and sh.published and a.team_id = $2 and a.id <> $3 and (a.left_on is null or a.left_on >= $6::date)
           and lower(sh.span) >= $4::timestamptz and lower(sh.span) < $5::timestamptz order by lower(sh.span), a.name`,
        [
          context.organisationId,
          agent.teamId,
          agent.id,
          new Date(startOfLocalDay(on, agent.zone)).toISOString(),
          new Date(startOfLocalDay(addDays(on, 1), agent.zone)).toISOString(),
          on,
        ],
      );
      return { visible, mates };
    });
  }
}
