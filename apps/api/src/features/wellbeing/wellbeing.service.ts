import { Injectable } from '@nestjs/common';
import { loadIndex, WELLBEING_MEASURES, type MeasuredLoad, type MeasureSettings } from '@yotei/scheduling/wellbeing';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { LocalText } from '../../platform/graphql/shared.graphql-types.js';
import { AgentsService } from '../organisation/agents.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { TeamTrendService } from './team-trend.service.js';
import { WellbeingWeeksService, type WellbeingWeek } from './wellbeing-weeks.service.js';
import { WorkedWeeksService } from './worked-weeks.service.js';
import type {
  HardContactDuty,
  MyWellbeing,
  TeamTrend,
  TeamWellbeing,
  WellbeingAnswer,
} from './wellbeing.graphql-types.js';

/** Own measures for agents; bands without names for those who lead. */
@Injectable()
export class WellbeingService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly organisation: OrganisationService,
    private readonly weeks: WellbeingWeeksService,
    private readonly trends: TeamTrendService,
    private readonly workedWeeks: WorkedWeeksService,
  ) {}

  /** Null for who is no agent, and where the week is not published. */
  async mine(context: RequestContext, weekOf: LocalDate): Promise<MyWellbeing | null> {
    return this.database.withTenant(context, async () => {
      const agent = context.userId ? await this.people.ofUser(context, context.userId) : null;
      const week = agent && (await this.weeks.holding(context, weekOf));
      const measured = week?.measured.get(agent!.id);
      if (!week || !measured) return null;
      const index = loadIndex(measured, week.settings);
      const own = week.turns.filter(({ agentId }) => agentId === agent.id);
      const worked = (await this.workedWeeks.measured(context, [agent], week)).get(agent.id) ?? [];
      return {
        weekStartOn: week.schedule.weekStartOn,
        zone: agent.zone,
        index: index && Math.round(index.index),
        turns: own.map((turn) => ({ ...turn, queueTitle: titleOf(week, turn.queueId) })),
        measures: measured.map((own) => ({
          ...answerOf(own, week.settings),
          worked: workedOf(worked.find(({ measureId }) => measureId === own.measureId)),
        })),
      };
    });
  }

  /** Who is first for hard contacts in the published week, by time, then queue; none where the centre has no turns. */
  async duties(context: RequestContext, weekOf: LocalDate): Promise<HardContactDuty[]> {
    const week = await this.weeks.holding(context, weekOf);
    if (!week) return [];
    const names = new Map(week.agents.map(({ id, name }) => [id, name]));
    const duties = new Map<string, HardContactDuty>();
    for (const { agentId, queueId, startAt, endAt } of week.turns) {
      const key = `${startAt} ${endAt} ${queueId}`;
      const known = duties.get(key);
      const person = { agentId, name: names.get(agentId) ?? agentId };
      if (known) known.people.push(person);
      else duties.set(key, { queueId, queueTitle: titleOf(week, queueId), startAt, endAt, people: [person] });
    }
    return [...duties.values()];
  }

  /** Teams with people in the published week, by name. A person without a team is in none. */
  async teams(context: RequestContext, weekOf: LocalDate): Promise<TeamWellbeing[]> {
    return this.database.withTenant(context, async () => {
      const week = await this.weeks.holding(context, weekOf);
      if (!week) return [];
      const bands = await this.trends.bandsOf(context, weekOf);
      return (await this.organisation.teams(context)).flatMap(({ id, name }) => {
        const people = week.agents.filter(({ teamId }) => teamId === id);
        if (people.length === 0) return [];
        return [
          {
            teamId: id,
            teamName: name,
            people: people.length,
            bands: WELLBEING_MEASURES.map(({ id: measureId, code, title, meaning }) => {
              const planned = bands.planned[id]?.[measureId];
              const worked = bands.worked[id]?.[measureId]?.band ?? null;
              return {
                ...{ measureId, code, title, meaning },
                people: planned?.people ?? 0,
                band: planned?.band ?? null,
                worked,
              };
            }),
          },
        ];
      });
    });
  }

  async trend(
    context: RequestContext,
    order: { readonly weekOf: LocalDate; readonly weeks: number },
  ): Promise<TeamTrend[]> {
    return (await this.trends.trend(context, order)).map(({ measures, ...team }) => ({
      ...team,
      measures: measures.map(({ measureId, weeks }) => {
        const { code, title } = WELLBEING_MEASURES.find(({ id }) => id === measureId)!;
        return {
          ...{ measureId, code, title },
          weeks: weeks.map(({ weekStartOn, planned, worked }) => ({
            weekStartOn,
            planned: planned?.band ?? null,
            worked: worked?.band ?? null,
          })),
        };
      }),
    }));
  }
}

const titleOf = ({ queueTitles }: WellbeingWeek, queueId: string): LocalText => ({
  ...(queueTitles.get(queueId) ?? { en: queueId, ja: queueId }),
});

function workedOf(measured: MeasuredLoad | undefined): WellbeingAnswer['worked'] {
  if (measured?.answer.kind !== 'measured' || measured.load === null) return null;
  return { value: measured.answer.value, load: measured.load, parts: [...measured.answer.parts] };
}

function answerOf(
  { measureId, answer, load }: MeasuredLoad,
  settings: MeasureSettings,
): Omit<WellbeingAnswer, 'worked'> {
  const { code, title, meaning, unit, partUnit, evidence, parameters } = WELLBEING_MEASURES.find(
    ({ id }) => id === measureId,
  )!;
  const limit = (key: string) =>
    Number(settings[measureId]?.parameters?.[key] ?? parameters.find((parameter) => parameter.key === key)!.default);
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
