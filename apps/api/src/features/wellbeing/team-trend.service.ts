import { Injectable } from '@nestjs/common';
import { teamBands, WELLBEING_MEASURES, type MeasuredLoad, type TeamBand } from '@yotei/scheduling/wellbeing';
import { addDays, DAY_MILLIS, type LocalDate } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { WellbeingWeeksService, type WellbeingWeek } from './wellbeing-weeks.service.js';
import { WorkedWeeksService } from './worked-weeks.service.js';

/** People measured, and how they stood; null: so few that it would tell of single persons. */
export interface CountedBand {
  readonly people: number;
  readonly band: TeamBand | null;
}

export const BASES = ['planned', 'worked'] as const;
export type Basis = (typeof BASES)[number];

/** By team, then by measure. */
type TeamBandsOfWeek = Readonly<Record<string, Readonly<Record<string, CountedBand>>>>;

export interface TrendWeek {
  readonly weekStartOn: LocalDate;
  readonly planned: CountedBand | null;
  readonly worked: CountedBand | null;
}

export interface TeamTrend {
  readonly teamId: string;
  readonly teamName: string;
  readonly measures: readonly { readonly measureId: string; readonly weeks: readonly TrendWeek[] }[];
}

export const MOST_WEEKS = 12;

const KNOWN = `
select computed_from as "computedFrom", bands from wellbeing_team_weeks
where organisation_id = app_organisation_id() and week_start_on = $1::date and basis = $2`;

const KEEP = `
insert into wellbeing_team_weeks (organisation_id, week_start_on, basis, computed_from, bands) values (app_organisation_id(), $1::date, $2, $3, $4::jsonb)
on conflict (organisation_id, week_start_on, basis) do update set computed_from = excluded.computed_from, bands = excluded.bands, computed_at = now()`;

/** Late states and corrections have come in by then. */
const SETTLED_AFTER = DAY_MILLIS;

/** Bands of the teams over weeks. What is kept of a week says how many people stood where, and never who. */
@Injectable()
export class TeamTrendService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organisation: OrganisationService,
    private readonly weeks: WellbeingWeeksService,
    private readonly workedWeeks: WorkedWeeksService,
    private readonly clock: Clock,
  ) {}

  /** The week that holds the day and those before it, oldest first; weeks nobody was told of are empty. */
  async trend(
    context: RequestContext,
    order: { readonly weekOf: LocalDate; readonly weeks: number },
  ): Promise<TeamTrend[]> {
    const count = Math.min(MOST_WEEKS, Math.max(1, order.weeks));
    const found: { on: LocalDate; bands: Record<Basis, TeamBandsOfWeek> }[] = [];
    for (let back = count - 1; back >= 0; back--) {
      const on = addDays(order.weekOf, -7 * back);
      found.push({ on, bands: await this.bandsOf(context, on) });
    }
    const teams = await this.organisation.teams(context);
    return teams
      .filter(({ id }) => found.some(({ bands }) => id in bands.planned || id in bands.worked))
      .map(({ id, name }) => ({
        teamId: id,
        teamName: name,
        measures: WELLBEING_MEASURES.map((measure) => ({
          measureId: measure.id,
          weeks: found.map(({ on, bands }) => ({
            weekStartOn: on,
            planned: bands.planned[id]?.[measure.id] ?? null,
            worked: bands.worked[id]?.[measure.id] ?? null,
          })),
        })),
      }));
  }

  /** Bands of every team in the published week that holds the day. */
  async bandsOf(context: RequestContext, on: LocalDate): Promise<Record<Basis, TeamBandsOfWeek>> {
    const head = await this.weeks.headOf(context, on);
    if (!head) return { planned: {}, worked: {} };
    return this.database.withTenant(context, async (tx) => {
      const bands: Record<Basis, TeamBandsOfWeek> = { planned: {}, worked: {} };
      for (const basis of BASES) {
        const isSettled = basis === 'planned' || head.endAt + SETTLED_AFTER <= this.clock.now();
        const [known] = await this.database.read<{ computedFrom: string; bands: TeamBandsOfWeek }>(context, KNOWN, [
          head.weekStartOn,
          basis,
        ]);
        if (isSettled && known?.computedFrom === head.key) {
          bands[basis] = known.bands;
          continue;
        }
        const week = await this.weeks.holding(context, on);
        if (!week) continue;
        bands[basis] = bandsByTeam(
          week,
          basis === 'planned' ? week.measured : await this.workedWeeks.measured(context, week.agents, week),
        );
        if (isSettled) await tx.query(KEEP, [head.weekStartOn, basis, head.key, JSON.stringify(bands[basis])]);
      }
      return bands;
    });
  }
}

/** Counts by team and measure; small groups are masked before anything is kept. */
export function bandsByTeam(
  week: WellbeingWeek,
  measured: ReadonlyMap<string, readonly MeasuredLoad[]>,
): TeamBandsOfWeek {
  const teams = new Map<string, (readonly MeasuredLoad[])[]>();
  for (const { id, teamId } of week.agents) {
    if (teamId === undefined) continue;
    teams.set(teamId, [...(teams.get(teamId) ?? []), measured.get(id) ?? []]);
  }
  return Object.fromEntries(
    [...teams].map(([teamId, people]) => [
      teamId,
      Object.fromEntries(
        WELLBEING_MEASURES.map(({ id }) => {
          const loads = people.map((own) => own.find(({ measureId }) => measureId === id)?.load ?? null);
          const answer = teamBands(loads);
          return [id, { people: answer.people, band: answer.kind === 'band' ? answer.band : null }];
        }),
      ),
    ]),
  );
}
