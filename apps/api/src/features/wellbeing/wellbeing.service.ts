import { Injectable } from '@nestjs/common';
import { loadIndex, teamBands, WELLBEING_MEASURES, type MeasuredLoad } from '@yotei/scheduling/wellbeing';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { WellbeingWeeksService } from './wellbeing-weeks.service.js';
import type { MyWellbeing, TeamWellbeing, WellbeingAnswer } from './wellbeing.graphql-types.js';

/** Own measures for agents; bands without names for those who lead. */
@Injectable()
export class WellbeingService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly organisation: OrganisationService,
    private readonly weeks: WellbeingWeeksService,
  ) {}

  /** Null for who is no agent, and where the week is not published. */
  async mine(context: RequestContext, weekOf: LocalDate): Promise<MyWellbeing | null> {
    return this.database.withTenant(context, async () => {
      const agent = context.userId ? await this.people.ofUser(context, context.userId) : null;
      const week = agent && (await this.weeks.holding(context, weekOf));
      const measured = week?.measured.get(agent!.id);
      if (!week || !measured) return null;
      const index = loadIndex(measured);
      return {
        weekStartOn: week.schedule.weekStartOn,
        zone: agent.zone,
        index: index && Math.round(index.index),
        measures: measured.map(answerOf),
      };
    });
  }

  /** Teams with people in the published week, by name. A person without a team is in none. */
  async teams(context: RequestContext, weekOf: LocalDate): Promise<TeamWellbeing[]> {
    return this.database.withTenant(context, async () => {
      const week = await this.weeks.holding(context, weekOf);
      if (!week) return [];
      const teams = await this.organisation.teams(context);
      return teams.flatMap(({ id, name }) => {
        const people = week.agents.filter(({ teamId }) => teamId === id);
        if (people.length === 0) return [];
        const loads = people.map((agent) => week.measured.get(agent.id) ?? []);
        return [{ teamId: id, teamName: name, people: people.length, bands: bandsOf(loads) }];
      });
    });
  }
}

function bandsOf(people: readonly (readonly MeasuredLoad[])[]): TeamWellbeing['bands'] {
  return WELLBEING_MEASURES.map(({ id, code, title, meaning }) => {
    const answer = teamBands(people.map((own) => own.find(({ measureId }) => measureId === id)?.load ?? null));
    return {
      measureId: id,
      code,
      title,
      meaning,
      people: answer.people,
      band: answer.kind === 'band' ? answer.band : null,
    };
  });
}

function answerOf({ measureId, answer, load }: MeasuredLoad): WellbeingAnswer {
  const { code, title, meaning, unit, partUnit, evidence, parameters } = WELLBEING_MEASURES.find(
    ({ id }) => id === measureId,
  )!;
  const limit = (key: string) => parameters.find((parameter) => parameter.key === key)!.default;
  const measured = answer.kind === 'measured' ? answer : null;
  return {
    measureId,
    code,
    title,
    meaning,
    unit,
    partUnit,
    evidence,
    ok: limit('ok'),
    bad: limit('bad'),
    load,
    value: measured?.value ?? null,
    missing: answer.kind === 'cannot-judge' ? answer.reason : answer.kind === 'no-work' ? 'no-work' : null,
    parts: measured ? [...measured.parts] : [],
    also: Object.entries(measured?.also ?? {}).map(([name, value]) => ({ name, value })),
  };
}
