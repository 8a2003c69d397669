import { Injectable } from '@nestjs/common';
import { LEAST_PEERS } from '@yotei/scheduling/wellbeing';
import { addDays, localDateOf, type LocalDate } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { WellbeingSettingsService } from './wellbeing-settings.service.js';

/** What somebody said of a day, each from 1 (hardly) to 5 (very much). */
export interface PulseAnswer {
  readonly on: LocalDate;
  readonly energy: number;
  readonly support: number;
  /** Whether it may count, without a name, in the figures of the team. */
  readonly countsForTeam: boolean;
}

/** How many people answered low (below 3 on average), in the middle, and high (above 3). */
export interface PulseSpread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface TeamPulse {
  readonly teamId: string;
  readonly teamName: string;
  /** Null: fewer people let their answers count than may be told. */
  readonly people: number | null;
  readonly energy: PulseSpread | null;
  readonly support: PulseSpread | null;
}

export type PulseOutcome =
  | { readonly kind: 'answered'; readonly answer: PulseAnswer }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** Answers older than this are of no use to their person and are deleted. */
const KEPT_DAYS = 182;
/** Days back of which something can still be said. */
const ANSWERABLE_DAYS = 7;

const MINE = `
select on_date::text as on, energy, support, counts_for_team as "countsForTeam" from pulse_answers
where organisation_id = app_organisation_id() and agent_id = $1 order by on_date desc`;

const PUT = `
insert into pulse_answers (organisation_id, agent_id, on_date, energy, support, counts_for_team) values (app_organisation_id(), $1, $2::date, $3, $4, $5)
on conflict (organisation_id, agent_id, on_date) do update set energy = excluded.energy, support = excluded.support, counts_for_team = excluded.counts_for_team`;

/** One line a person, so that who answers daily counts once. */
const BY_PERSON = `
select a.team_id as "teamId", avg(p.energy)::float8 as energy, avg(p.support)::float8 as support
from pulse_answers p join agents a on a.organisation_id = p.organisation_id and a.id = p.agent_id
where p.organisation_id = app_organisation_id() and p.counts_for_team and p.on_date >= $1::date and p.on_date < $2::date
group by a.team_id, p.agent_id`;

interface PersonWeek {
  readonly teamId: string | null;
  readonly energy: number;
  readonly support: number;
}

/** Two questions that an agent may answer for a day. Nobody else reads an answer; teams are told in counts alone. */
@Injectable()
export class PulseService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly organisation: OrganisationService,
    private readonly settings: WellbeingSettingsService,
    private readonly clock: Clock,
  ) {}

  /** The reader's own answers, newest first; null where the centre does not ask, or the reader is no agent. */
  async mine(context: RequestContext): Promise<PulseAnswer[] | null> {
    return this.database.withTenant(context, async () => {
      const agent = await this.reader(context);
      if (!agent || !(await this.settings.inForce(context)).hasPulse) return null;
      return this.database.read<PulseAnswer>(context, MINE, [agent.id]);
    });
  }

  async answer(context: RequestContext, answer: PulseAnswer): Promise<PulseOutcome> {
    return this.database.withTenant(context, async (tx) => {
      const agent = await this.reader(context);
      if (!agent) return { kind: 'invalid', path: 'on', message: 'only agents are asked' };
      if (!(await this.settings.inForce(context)).hasPulse)
        return { kind: 'invalid', path: 'on', message: 'this centre does not ask' };
      for (const path of ['energy', 'support'] as const)
        if (!Number.isInteger(answer[path]) || answer[path] < 1 || answer[path] > 5)
          return { kind: 'invalid', path, message: 'an answer from 1 to 5' };
      const today = localDateOf(this.clock.now(), agent.zone);
      if (answer.on > today || answer.on < addDays(today, -ANSWERABLE_DAYS))
        return { kind: 'invalid', path: 'on', message: 'today or one of the seven days before' };
      const { on, energy, support, countsForTeam } = answer;
      await tx.query(PUT, [agent.id, on, energy, support, countsForTeam]);
      await tx.query(
        'delete from pulse_answers where organisation_id = app_organisation_id() and agent_id = $1 and on_date < $2::date',
        [agent.id, addDays(today, -KEPT_DAYS)],
      );
      return { kind: 'answered', answer };
    });
  }

  /** Takes back what was said of a day, or of all days; how many answers that were. */
  async forget(context: RequestContext, on: LocalDate | null): Promise<number> {
    return this.database.withTenant(context, async (tx) => {
      const agent = await this.reader(context);
      if (!agent) return 0;
      const [, count] = (await tx.query(
        'delete from pulse_answers where organisation_id = app_organisation_id() and agent_id = $1 and ($2::date is null or on_date = $2::date)',
        [agent.id, on],
      )) as [unknown, number];
      return count;
    });
  }

  /**
   * Teams in the seven days from the date on, by name; only once they are over, so that nobody can watch a figure move as one
   * person answers. Teams of whom fewer than five let their answers count have none.
   */
  async teams(context: RequestContext, weekOn: LocalDate): Promise<TeamPulse[]> {
    return this.database.withTenant(context, async () => {
      const untilOn = addDays(weekOn, 7);
      if (untilOn > localDateOf(this.clock.now(), 'Etc/GMT+12')) return [];
      if (!(await this.settings.inForce(context)).hasPulse) return [];
      const answers = await this.database.read<PersonWeek>(context, BY_PERSON, [weekOn, untilOn]);
      return (await this.organisation.teams(context)).map(({ id, name }) => ({
        teamId: id,
        teamName: name,
        ...figuresOf(answers.filter(({ teamId }) => teamId === id)),
      }));
    });
  }

  private async reader(context: RequestContext) {
    return context.userId ? this.people.ofUser(context, context.userId) : null;
  }
}

function figuresOf(people: readonly PersonWeek[]): Pick<TeamPulse, 'people' | 'energy' | 'support'> {
  if (people.length < LEAST_PEERS) return { people: null, energy: null, support: null };
  const spread = (key: 'energy' | 'support'): PulseSpread => ({
    low: people.filter((one) => one[key] < 3).length,
    middle: people.filter((one) => one[key] === 3).length,
    high: people.filter((one) => one[key] > 3).length,
  });
  return { people: people.length, energy: spread('energy'), support: spread('support') };
}
