import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;

const BASE = `query ($range: ScenarioRangeInput!) { scenarioBase(range: $range) { __typename ... on ScenarioBaseView { fromOn days file inputHash
  basis { kind id version } gaps { kind queueId fromOn untilOn text { en ja } } } ... on ScenarioBaseMissing { gaps { kind } } ... on InvalidInput { path } } }`;
const baseOf = async (range: Loose, person = centre.planner): Promise<Loose> =>
  (await api.data<Loose>(BASE, { range }, person)).scenarioBase;

beforeAll(async () => {
  centre = await newTestCentre(api);
}, 60_000);

describe('the base of a scenario', () => {
  it('asks for a forecast first, and for a range that makes sense', async () => {
    const missing = await baseOf({ fromOn: centre.weekOn, days: 7 });
    expect(missing).toMatchObject({ __typename: 'ScenarioBaseMissing' });
    expect(new Set(missing.gaps.map(({ kind }: Loose) => kind))).toEqual(new Set(['no-forecast']));
    expect(await baseOf({ fromOn: centre.weekOn, days: 0 })).toMatchObject({
      __typename: 'InvalidInput',
      path: 'days',
    });
    expect(await baseOf({ fromOn: centre.weekOn, days: 7, siteId: centre.agentId })).toEqual({
      __typename: 'NotFound',
    });
  });

  it('holds every queue with its forecast and plan on one grid, the people, and what is missing in words', async () => {
    const { startForecast } = await api.data<Loose>(
      `mutation ($fromOn: LocalDate!) { startForecast(fromOn: $fromOn, days: 14, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
      { fromOn: TEST_TODAY },
      centre.planner,
    );
    await finishedJob(api, centre.planner, startForecast.job.id);
    const view = await baseOf({ fromOn: centre.weekOn, days: 7 });
    expect(view).toMatchObject({ __typename: 'ScenarioBaseView', fromOn: centre.weekOn, days: 7 });
    const { queues, people, grid } = view.file;
    expect(queues).toHaveLength(5);
    for (const { forecast, plan } of queues) {
      expect(forecast.contacts).toHaveLength(grid.count);
      expect(plan.goal).toBeDefined();
    }
    // Everybody counts once, however many skills they have.
    const heads = people.headcountBySkill.reduce((sum: number, { agents }: Loose) => sum + agents, 0);
    expect(heads).toBeCloseTo(10, 9);
    expect(people.fullTimeHoursPerWeek).toBe(40);
    expect(view.basis.filter(({ kind }: Loose) => kind === 'forecast')).toHaveLength(5);
    expect(view.gaps.map(({ kind }: Loose) => kind)).toEqual(expect.arrayContaining(['no-roster', 'no-costs']));
  }, 60_000);
});
