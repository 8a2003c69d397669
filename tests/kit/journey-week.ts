import { addDays, instantOfLocal, localDateOf, MINUTE_MILLIS, weekStartOf } from '@yotei/time';
import { PlannerClient } from './planner-client.js';
import { centreUrl } from './running-centre.js';

/** A person of the demo centre, over the api. */
export async function demoPerson(role: 'PLANNER' | 'AGENT' | 'SUPERVISOR' | 'ADMIN'): Promise<PlannerClient> {
  const { signIns } = (await (await fetch(`${centreUrl()}/api/public-info`)).json()) as {
    signIns: { email: string; password: string; role: string }[];
  };
  const { email, password } = signIns.find((one) => one.role === role)!;
  return PlannerClient.signIn(centreUrl(), email, password);
}

/** A published week of its own in the running centre. */
export interface JourneyWeek {
  readonly weekOn: string;
  readonly zone: string;
  readonly scheduleId: string;
  readonly agentId: string;
  /** The agent's shifts as they stand, by start. */
  readonly ownShifts: () => Promise<readonly JourneyShift[]>;
}

export interface JourneyShift {
  readonly id: string;
  readonly version: number;
  readonly startAt: string;
  readonly endAt: string;
  readonly templateId: string;
}

/** The first free week from here on: no other journey looks at it. */
const WEEKS_AHEAD = 5;

interface Placed {
  readonly id: string;
  readonly contractId: string;
  readonly siteId: string;
  readonly teamId: string;
  readonly skillIds: readonly string[];
}

/** Days on which each works, Monday = 0. */
export interface WeekPlan {
  readonly own: readonly number[];
  readonly others: readonly { readonly agentId: string; readonly days: readonly number[] }[];
}

/** Agents of the same contract, site and skills as the demo agent, those of the same team first. */
export async function colleagueIds(planner: PlannerClient, agent: PlannerClient): Promise<readonly string[]> {
  const { viewer } = await agent.ask('{ viewer { agent { id siteId contractId teamId skillIds } } }');
  const me: Placed = viewer.agent;
  const { agents } = await planner.ask(
    '{ agents(first: 100) { edges { node { id contractId siteId teamId skillIds } } } }',
  );
  const isLike = (one: Placed) => one.contractId === me.contractId && one.siteId === me.siteId;
  const serves = ({ skillIds }: Placed) => Number(String([...skillIds].sort()) === String([...me.skillIds].sort()));
  const isMate = ({ teamId }: Placed) => Number(teamId === me.teamId);
  return agents.edges
    .map(({ node }: { node: Placed }) => node)
    .filter((one: Placed) => one.id !== me.id && isLike(one))
    .sort((a: Placed, b: Placed) => serves(b) - serves(a) || isMate(b) - isMate(a))
    .map(({ id }: Placed) => id);
}

/** A colleague of the demo agent who can sign in. */
export interface Colleague {
  readonly agentId: string;
  readonly client: PlannerClient;
}

/** The colleague with a sign-in of its own, made when there is none yet. */
export async function signedInColleague(agentId: string): Promise<Colleague> {
  const [email, password] = [`${agentId}@journey.example`, 'yotei-journey'];
  const admin = await demoPerson('ADMIN');
  await admin.ask(
    'mutation ($email: String!, $input: PersonInput!, $password: String) { addPerson(email: $email, input: $input, password: $password) { __typename } }',
    { email, password, input: { name: 'Colleague', locale: 'en', roles: ['AGENT'], agentId } },
  );
  return { agentId, client: await PlannerClient.signIn(centreUrl(), email, password) };
}

const EDIT = `mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename ... on ShiftsEdited { scheduleVersion } ... on ScheduleHasBreaches { breaches { ruleId message { en } } } ... on InvalidInput { path message } } }`;
const PUBLISH = `mutation ($scheduleId: ID!, $expectedVersion: Int!) { publishSchedule(scheduleId: $scheduleId, expectedVersion: $expectedVersion, overrideReason: "journey") { __typename ... on ScheduleHasBreaches { breaches { ruleId } } } }`;

/** By default the demo agent works Monday and Wednesday, a colleague Tuesday and Thursday. */
export async function publishedWeek(
  planner: PlannerClient,
  agent: PlannerClient,
  planned?: WeekPlan,
): Promise<JourneyWeek> {
  const { viewer } = await agent.ask(
    '{ viewer { agent { id siteId contractId } organisation { sites { id zone } contracts { id templateIds } shiftTemplates { id earliestStartMinute lengthMinutes activities { activityTypeId lengthMinutes earliestStartMinutes } } } } }',
  );
  const { agent: me, organisation } = viewer;
  const zone: string = organisation.sites.find(({ id }: { id: string }) => id === me.siteId).zone;
  const contract = organisation.contracts.find(({ id }: { id: string }) => id === me.contractId);
  const template = organisation.shiftTemplates.find(({ id }: { id: string }) => id === contract.templateIds[0]);
  const plan: WeekPlan = planned ?? {
    own: [0, 2],
    others: [{ agentId: (await colleagueIds(planner, agent))[0]!, days: [1, 3] }],
  };
  const { scheduleId, weekOn } = await freeWeek(planner, zone);
  const edit = (agentId: string, day: number) => {
    const startAt = instantOfLocal(addDays(weekOn, day), template.earliestStartMinute, zone);
    const at = (minutes: number) => new Date(startAt + minutes * MINUTE_MILLIS).toISOString();
    const activities = template.activities.map(
      (one: { activityTypeId: string; lengthMinutes: number; earliestStartMinutes: number }) => ({
        activityTypeId: one.activityTypeId,
        startAt: at(one.earliestStartMinutes),
        endAt: at(one.earliestStartMinutes + one.lengthMinutes),
      }),
    );
    return { agentId, startAt: at(0), endAt: at(template.lengthMinutes), templateId: template.id, activities };
  };
  const edits = [{ agentId: me.id as string, days: plan.own }, ...plan.others].flatMap(({ agentId, days }) =>
    days.map((day) => edit(agentId, day)),
  );
  const { scheduleVersion } = await planner.must('ShiftsEdited', EDIT, {
    input: { scheduleId, label: 'Journey', edits, overrideReason: 'journey' },
  });
  await planner.must('SchedulePublished', PUBLISH, { scheduleId, expectedVersion: scheduleVersion });
  const ownShifts = async (): Promise<JourneyShift[]> => {
    const { myWeek } = await agent.ask(
      'query ($weekOf: LocalDate!) { myWeek(weekOf: $weekOf) { shifts { shift { id version startAt endAt templateId } } } }',
      { weekOf: weekOn },
    );
    return myWeek.shifts
      .map(({ shift }: { shift: JourneyShift }) => shift)
      .sort((a: JourneyShift, b: JourneyShift) => Date.parse(a.startAt) - Date.parse(b.startAt));
  };
  return { weekOn, zone, scheduleId, agentId: me.id, ownShifts };
}

async function freeWeek(planner: PlannerClient, zone: string): Promise<{ scheduleId: string; weekOn: string }> {
  let weekOn = addDays(weekStartOf(localDateOf(Date.now(), zone), 1), 7 * WEEKS_AHEAD);
  for (; ; weekOn = addDays(weekOn, 7)) {
    const { createSchedule } = await planner.ask(
      'mutation ($weekStartOn: LocalDate!) { createSchedule(weekStartOn: $weekStartOn) { ... on ScheduleCreated { schedule { id } } } }',
      { weekStartOn: weekOn },
    );
    if (createSchedule.schedule) return { scheduleId: createSchedule.schedule.id, weekOn };
  }
}

/** Moves a shift of the agent by some minutes, as a planner does on the board. */
export async function moveShift(planner: PlannerClient, week: JourneyWeek, shift: JourneyShift, minutes: number) {
  const later = (at: string) => new Date(Date.parse(at) + minutes * MINUTE_MILLIS).toISOString();
  const { id, version, startAt, endAt } = shift;
  const place = { startAt: later(startAt), endAt: later(endAt) };
  const edit = { shiftId: id, expectedVersion: version, agentId: week.agentId, ...place };
  await planner.must('ShiftsEdited', EDIT, {
    input: { scheduleId: week.scheduleId, label: 'Journey', edits: [edit], overrideReason: 'journey' },
  });
}
