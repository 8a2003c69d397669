import { generateDemoCentre, type DemoCentre } from '@yotei/demo';
import { addDays, type LocalDate } from '@yotei/time';
import { IntervalFactLoader } from '../../apps/api/src/features/demand/index.js';
import { DemoIds, factsOf, organisationRows, queueRows } from '../../apps/api/src/features/demo/demo-rows.mapper.js';
import { OrganisationSetupService } from '../../apps/api/src/features/organisation/organisation-setup.service.js';
import type { RequestContext } from '../../apps/api/src/platform/context/request-context.js';
import { insertRows } from '../../apps/api/src/platform/database/insert-rows.js';
import type { TestApi, TestPerson } from './test-api.js';

/** A small invented centre in an organisation of the test's own, with a planner and an agent signed in. */
export interface TestCentre {
  readonly centre: DemoCentre;
  readonly ids: DemoIds;
  readonly planner: TestPerson;
  readonly agent: TestPerson;
  readonly agentId: string;
  readonly context: RequestContext;
  /** The Monday after the history ends. */
  readonly weekOn: LocalDate;
}

/** The day the centre is looked at, a Wednesday. */
export const TEST_TODAY = '2026-11-18';

/** Stores a demo centre of ten agents (or as many as asked for) with four weeks of history; nothing is forecast or planned yet. */
export async function newTestCentre(api: TestApi, agents = 10): Promise<TestCentre> {
  const planner = await api.person(['planner']);
  const agent = await api.person(['agent'], planner.context);
  const centre = generateDemoCentre({ seed: 7, agents, weeks: 4, today: TEST_TODAY });
  const ids = new DemoIds();
  const { context } = planner;
  const firstAgent = centre.agents[0]!.id;
  const userIdOf = (id: string) => (id === firstAgent ? agent.context.userId : null);
  await api.app
    .get(OrganisationSetupService, { strict: false })
    .fill(context, organisationRows(centre, ids, { today: TEST_TODAY, userIdOf }));
  await api.db.database.withTenant(context, async (tx) => {
    await insertRows(tx, { table: 'queues', organisationId: context.organisationId, rows: queueRows(centre, ids) });
    await new IntervalFactLoader().load(tx, factsOf(centre, ids), { source: 'test', importId: null });
  });
  return { centre, ids, planner, agent, agentId: ids.of('agent', firstAgent), context, weekOn: addDays(TEST_TODAY, 5) };
}

/** Polls a job until it has ended. Jobs are short in tests; the test's own time limit is the last resort. */
export async function finishedJob(
  api: TestApi,
  person: TestPerson,
  id: string,
): Promise<{ state: string; errorCode: string | null; result: Record<string, unknown> | null; progress: unknown }> {
  for (;;) {
    const { job } = await api.data<{
      job: { state: string; errorCode: string | null; result: Record<string, unknown> | null; progress: unknown };
    }>('query ($id: ID!) { job(id: $id) { state errorCode result progress } }', { id }, person);
    if (!['WAITING', 'RUNNING'].includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
