import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { FactSource, type SourceRange, type SourceRow } from './fact-source.js';

type Row = Readonly<Record<string, number>> & { readonly id: string; readonly on: LocalDate };

const ofTeams = (rows: readonly Row[]): SourceRow[] =>
  rows.map(({ id, on, ...facts }) => ({ queueId: null, teamId: id, on, facts, hasContacts: true }));

/** Days of teams that are over. Unknown time is on no side. */
const STATES = `
select team_id as id, on_date::text as on,
  coalesce(sum(seconds) filter (where state in ('handling', 'after-contact')), 0)::double precision as "handlingSeconds",
  coalesce(sum(seconds) filter (where state = 'available'), 0)::double precision as "idleSeconds",
  coalesce(sum(seconds) filter (where state not in ('handling', 'after-contact', 'available', 'offline', 'unknown')), 0)::double precision
    as "auxSeconds"
from team_state_days where on_date >= $1::date and on_date < $2::date group by 1, 2`;

@Injectable()
export class StatesSource extends FactSource {
  readonly source = 'states';

  constructor(private readonly database: TenantDatabase) {
    super();
  }

  async rows(context: RequestContext, { fromOn, untilOn }: SourceRange): Promise<SourceRow[]> {
    return ofTeams(await this.database.read<Row>(context, STATES, [fromOn, untilOn]));
  }
}

/** Time judged as each site judges: work outside the shift counts where its settings of that day say so. */
const ADHERENCE = `
select team_id as id, on_date::text as on,
  sum(scheduled_seconds + case when (settings->>'countsOutsideShift')::boolean then outside_seconds else 0 end) as "judgedSeconds",
  sum(out_seconds) as "outSeconds", sum(contact_scheduled_seconds) as "contactScheduledSeconds",
  sum(contact_worked_seconds) as "contactWorkedSeconds"
from adherence_days where on_date >= $1::date and on_date < $2::date group by 1, 2`;

@Injectable()
export class AdherenceSource extends FactSource {
  readonly source = 'adherence';

  constructor(private readonly database: TenantDatabase) {
    super();
  }

  async rows(context: RequestContext, { fromOn, untilOn }: SourceRange): Promise<SourceRow[]> {
    return ofTeams(await this.database.read<Row>(context, ADHERENCE, [fromOn, untilOn]));
  }
}
