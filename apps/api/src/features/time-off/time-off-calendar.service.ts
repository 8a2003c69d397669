import { Injectable } from '@nestjs/common';
import { addDays, localDateOf, startOfLocalDay, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { TimeOffRepository, type TimeOffRow } from './time-off.repository.js';

export interface TeamDayOff {
  readonly on: LocalDate;
  /** Strictest allowance of the day; null: none says anything. */
  readonly most: number | null;
  /** Fewest places left in an hour of the day; null without an allowance. */
  readonly left: number | null;
}

export interface TeamCalendar {
  readonly teamId: string;
  readonly zone: string;
  readonly days: readonly TeamDayOff[];
  readonly absences: readonly (TimeOffRow & { readonly position: number | null })[];
}

/** Nobody: places are counted with everybody's absence. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Who of a team is off, who waits, and how many more could go, day by day. */
@Injectable()
export class TimeOffCalendar {
  constructor(
    private readonly database: TenantDatabase,
    private readonly requests: TimeOffRepository,
    private readonly organisation: OrganisationService,
  ) {}

  async waitingCount(context: RequestContext): Promise<number> {
    return (await this.requests.waiting(context)).length;
  }

  /** Null where there is no such team. Both days are included. */
  async ofTeam(
    context: RequestContext,
    teamId: string,
    range: { readonly fromOn: LocalDate; readonly untilOn: LocalDate },
  ): Promise<TeamCalendar | null> {
    const team = (await this.organisation.teams(context)).find(({ id }) => id === teamId);
    const site = (await this.organisation.sites(context)).find(({ id }) => id === team?.siteId);
    if (!site) return null;
    const { zone } = site;
    const span = {
      startAt: startOfLocalDay(range.fromOn, zone),
      endAt: startOfLocalDay(addDays(range.untilOn, 1), zone),
    };
    return this.database.withTenant(context, async (tx) => {
      const rows = await this.requests.ofTeam(context, teamId, span);
      const positions = await this.requests.positions(
        context,
        rows.map(({ id }) => id),
      );
      const hours = await this.requests.allowanceHours(tx, { agentId: NOBODY, teamId, zone, span });
      const days: TeamDayOff[] = [];
      for (let on = range.fromOn; on <= range.untilOn; on = addDays(on, 1)) {
        const ofDay = hours.filter(({ startAt }) => localDateOf(startAt, zone) === on);
        days.push({
          on,
          most: ofDay.length > 0 ? Math.min(...ofDay.map(({ most }) => most)) : null,
          left: ofDay.length > 0 ? Math.max(0, Math.min(...ofDay.map(({ most, away }) => most - away))) : null,
        });
      }
      const absences = rows.map((row) => ({ ...row, position: positions.get(row.id) ?? null }));
      return { teamId, zone, days, absences };
    });
  }
}
