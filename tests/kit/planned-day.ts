import { addDays, instantOfLocal, MINUTE_MILLIS, type LocalDate } from '@yotei/time';
import { finishedJob, TEST_TODAY, type TestCentre } from './test-centre.js';
import type { Loose, TestApi } from './test-api.js';

/** Monday of the week of {@link TEST_TODAY}. */
export const TEST_MONDAY = addDays(TEST_TODAY, -2);
const ZONE = 'Asia/Tokyo';

/** The centre's planner with forecast, requirement and a schedule for the week; nobody works yet. Answers its id. */
export async function planWeek(api: TestApi, centre: TestCentre): Promise<string> {
  const ask = (query: string, variables: object) => api.data<Loose>(query, { ...variables }, centre.planner);
  const { startForecast } = await ask(
    `mutation ($fromOn: LocalDate!) { startForecast(fromOn: $fromOn, days: 5, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
    { fromOn: TEST_TODAY },
  );
  await finishedJob(api, centre.planner, startForecast.job.id);
  await ask(`mutation ($fromOn: LocalDate!) { computeRequirement(fromOn: $fromOn, days: 5) { __typename } }`, {
    fromOn: TEST_TODAY,
  });
  const { createSchedule } = await ask(
    `mutation ($on: LocalDate!) { createSchedule(weekStartOn: $on) { ... on ScheduleCreated { schedule { id } } } }`,
    { on: TEST_MONDAY },
  );
  return createSchedule.schedule.id;
}

/** All agents on the first template of their contract, every break at the first (or last) place it may have: all at the same time. */
export async function everybodyAtOnce(
  api: TestApi,
  { planner }: TestCentre,
  { on, late = false }: { readonly on: LocalDate; readonly late?: boolean },
): Promise<{ readonly agentId: string }[]> {
  const { viewer, agents } = await api.data<Loose>(
    `{ viewer { organisation { contracts { id templateIds } shiftTemplates { id earliestStartMinute lengthMinutes activities { activityTypeId lengthMinutes earliestStartMinutes latestStartMinutes minGapMinutes } } } }
       agents(first: 100) { edges { node { id contractId } } } }`,
    {},
    planner,
  );
  const { contracts, shiftTemplates } = viewer.organisation;
  return agents.edges.map(({ node }: Loose) => {
    const { templateIds } = contracts.find(({ id }: Loose) => id === node.contractId);
    const template = shiftTemplates.find(({ id }: Loose) => id === templateIds[0]);
    const startAt = instantOfLocal(on, Math.max(9 * 60, template.earliestStartMinute), ZONE);
    const at = (minutes: number) => new Date(startAt + minutes * MINUTE_MILLIS).toISOString();
    let reached = 0;
    const activities = template.activities.map((one: Loose) => {
      const first = Math.max(one.earliestStartMinutes, reached + (one.minGapMinutes ?? 0));
      const from = late ? one.latestStartMinutes : first;
      reached = from + one.lengthMinutes;
      return { activityTypeId: one.activityTypeId, startAt: at(from), endAt: at(reached) };
    });
    return { agentId: node.id, startAt: at(0), endAt: at(template.lengthMinutes), templateId: template.id, activities };
  });
}

/** Stores the shifts and publishes the schedule, whatever rules they break. */
export async function publishShifts(
  api: TestApi,
  { planner }: TestCentre,
  { scheduleId, edits }: { readonly scheduleId: string; readonly edits: readonly object[] },
): Promise<void> {
  const { editShifts } = await api.data<Loose>(
    `mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename ... on ShiftsEdited { scheduleVersion } ... on InvalidInput { path message } } }`,
    { input: { scheduleId, label: 'Plan', edits, overrideReason: 'test' } },
    planner,
  );
  expect(editShifts).toEqual({ __typename: 'ShiftsEdited', scheduleVersion: expect.any(Number) });
  const { publishSchedule } = await api.data<Loose>(
    `mutation ($id: ID!, $version: Int!) { publishSchedule(scheduleId: $id, expectedVersion: $version, overrideReason: "test") { __typename } }`,
    { id: scheduleId, version: editShifts.scheduleVersion },
    planner,
  );
  expect(publishSchedule.__typename).toBe('SchedulePublished');
}
