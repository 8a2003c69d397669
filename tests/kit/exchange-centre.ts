import { randomBytes } from 'node:crypto';
import { generateDemoCentre } from '@yotei/demo';
import { tileActivities, type Activity, type Shift } from '@yotei/scheduling/roster';
import { addDays, instantOfLocal, localDateOf, MINUTE_MILLIS, weekStartOf, type LocalDate } from '@yotei/time';
import { DemoIds, organisationRows, queueRows } from '../../apps/api/src/features/demo/demo-rows.mapper.js';
import { SessionsService } from '../../apps/api/src/features/identity/sessions.service.js';
import { UserAccountsService } from '../../apps/api/src/features/identity/user-accounts.service.js';
import { OrganisationSetupService } from '../../apps/api/src/features/organisation/organisation-setup.service.js';
import { insertShifts } from '../../apps/api/src/features/rosters/shift-writer.js';
import { SESSION_COOKIE } from '../../apps/api/src/platform/context/request-identity.js';
import type { RequestContext } from '../../apps/api/src/platform/context/request-context.js';
import { insertRows } from '../../apps/api/src/platform/database/insert-rows.js';
import type { TestApi, TestPerson } from './test-api.js';

export interface ExchangeAgent {
  readonly agentId: string;
  readonly person: Pick<TestPerson, 'cookie' | 'context'>;
  /** In order of time. */
  readonly shiftIds: readonly string[];
}

/** A centre with a published week ahead, every agent of which can sign in. */
export interface ExchangeCentre {
  readonly context: RequestContext;
  readonly planner: TestPerson;
  readonly scheduleId: string;
  readonly weekOn: LocalDate;
  readonly zone: string;
  readonly agents: readonly ExchangeAgent[];
  readonly templateId: string;
}

export interface ExchangeCentreOptions {
  readonly agents: number;
  /** Days of the week on which the i-th agent works, Monday = 0. */
  readonly daysOf: (agent: number) => readonly number[];
}

/** All agents are of one site, skills and contract, so that only rest, days and hours stand between them. */
export async function newExchangeCentre(api: TestApi, options: ExchangeCentreOptions): Promise<ExchangeCentre> {
  const planner = await api.person(['planner']);
  const { context } = planner;
  const today = localDateOf(Date.now(), 'Asia/Tokyo');
  const centre = generateDemoCentre({ seed: 7, agents: options.agents, weeks: 4, today });
  const ids = new DemoIds();
  const userIds = await newUsers(api, context, options.agents);
  const first = centre.agents[0]!;
  const contract = centre.contracts.find(({ id }) => id === first.contractId)!;
  const alike = centre.agents.map((agent, i) => ({
    ...agent,
    zone: first.zone,
    siteId: first.siteId,
    contractId: first.contractId,
    skillIds: first.skillIds,
    availability: [],
    index: i,
  }));
  const userIdOf = (id: string) => userIds[alike.findIndex((agent) => agent.id === id)]!;
  const rows = organisationRows({ ...centre, agents: alike }, ids, { today, userIdOf });
  await api.app.get(OrganisationSetupService, { strict: false }).fill(context, rows);
  const weekOn = addDays(weekStartOf(today, 1), 14);
  const template = centre.templates.find(({ id }) => id === contract.templateIds[0])!;
  const shifts = alike.flatMap((agent) =>
    options
      .daysOf(agent.index)
      .map((day) => shiftOn(addDays(weekOn, day), { ...first, template, ids, agentId: ids.of('agent', agent.id) })),
  );
  const { scheduleId, shiftIds } = await api.db.database.withTenant(context, async (tx) => {
    await insertRows(tx, { table: 'queues', organisationId: context.organisationId, rows: queueRows(centre, ids) });
    const [{ id }] = await tx.query(
      `insert into schedules (organisation_id, zone, week_start_on, weeks, state, published_at) values (app_organisation_id(), $1, $2, 1, 'published', now()) returning id`,
      [first.zone, weekOn],
    );
    return { scheduleId: id as string, shiftIds: await insertShifts(tx, id, shifts) };
  });
  const agents: ExchangeAgent[] = [];
  for (const agent of alike) {
    const agentId = ids.of('agent', agent.id);
    const person = await signedIn(api, context, userIds[agent.index]!);
    agents.push({ agentId, person, shiftIds: shiftIds.filter((_, i) => shifts[i]!.agentId === agentId) });
  }
  return {
    context,
    planner,
    scheduleId,
    weekOn,
    zone: first.zone,
    agents,
    templateId: ids.of('template', template.id),
  };
}

async function newUsers(api: TestApi, context: RequestContext, count: number): Promise<string[]> {
  const people = Array.from({ length: count }, () => ({
    email: `${randomBytes(6).toString('hex')}@agents.example`,
    displayName: 'Agent',
    password: 'correct horse battery staple',
    locale: 'en' as const,
    roles: ['agent' as const],
  }));
  return api.app.get(UserAccountsService, { strict: false }).create(context, people);
}

/** A session without the sign-in form, which limits attempts by address. */
async function signedIn(api: TestApi, { organisationId }: RequestContext, userId: string) {
  const roles = ['agent' as const];
  const { token } = await api.app.get(SessionsService, { strict: false }).open({ organisationId, userId, roles });
  return { cookie: `${SESSION_COOKIE}=${token}`, context: { organisationId, userId, roles, requestId: 'test' } };
}

interface ShiftOf {
  readonly zone: string;
  readonly agentId: string;
  readonly ids: DemoIds;
  readonly template: ReturnType<typeof generateDemoCentre>['templates'][number];
}

/** The template's earliest start, its breaks at the earliest place they may have. */
function shiftOn(on: LocalDate, { zone, agentId, ids, template }: ShiftOf): Shift {
  const startAt = instantOfLocal(on, template.earliestStartMinute, zone);
  const span = { startAt, endAt: startAt + template.lengthMinutes * MINUTE_MILLIS };
  let reached = startAt;
  const placed = template.activities.map((asked): Activity => {
    const earliest = startAt + asked.earliestStartMinutes * MINUTE_MILLIS;
    const at = Math.max(earliest, reached + (asked.minGapMinutes ?? 0) * MINUTE_MILLIS);
    reached = at + asked.lengthMinutes * MINUTE_MILLIS;
    return { activityTypeId: asked.activityTypeId, startAt: at, endAt: reached };
  });
  return {
    agentId,
    ...span,
    templateId: ids.of('template', template.id),
    activities: tileActivities(span, placed, 'contact'),
  };
}
