import type { CapacityPlan } from '@yotei/scheduling/capacity';
import { finishedJob, newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;

const SAVED = `__typename ... on CapacityPlanSaved { plan { id title version plan notes { kind text { en ja } } } }
  ... on CapacityPlanChangedMeanwhile { plan { version title } } ... on CapacityPlanFaulty { faults { path message { en ja } } }
  ... on InvalidInput { path }`;
const CREATE = `mutation ($input: NewCapacityPlanInput!) { createCapacityPlan(input: $input) { ${SAVED} } }`;
const SAVE = `mutation ($input: CapacityPlanInput!) { saveCapacityPlan(input: $input) { ${SAVED} } }`;
const ARCHIVE = `mutation ($id: ID!, $archived: Boolean!) { archiveCapacityPlan(id: $id, archived: $archived) { __typename } }`;
const PROPOSE = `mutation ($planId: ID!, $keep: Boolean!, $seconds: Int) { proposeHiring(planId: $planId, keep: $keep, seconds: $seconds) {
  __typename ... on JobStarted { job { id } } ... on InvalidInput { path } } }`;
const HEADS = `{ capacityPlans { id title version savedBy } }`;
const VIEW = `query ($id: ID!) { capacityPlan(id: $id) { version title figures { cost shortHours sentences { en ja } groups { groupId columns } }
  proposals { planVersion keep classes costBefore cost bound gapFraction isWithinGap risk reasons { en ja } inputHash seed createdBy } } }`;

const create = async (input: object): Promise<Loose> =>
  (
    await api.data<Loose>(
      CREATE,
      { input: { title: 'Next year', weeks: 26, firstOn: centre.weekOn, ...input } },
      centre.planner,
    )
  ).createCapacityPlan;
const save = async (input: object): Promise<Loose> =>
  (await api.data<Loose>(SAVE, { input }, centre.planner)).saveCapacityPlan;

let saved: { id: string; version: number; plan: CapacityPlan; notes: Loose[] };

beforeAll(async () => {
  centre = await newTestCentre(api, 20);
}, 60_000);

describe('capacity plans', () => {
  it('need a forecast, a title and a Monday', async () => {
    expect(await create({})).toEqual({ __typename: 'CapacityForecastMissing' });
    expect(await create({ title: ' ' })).toEqual({ __typename: 'InvalidInput', path: 'title' });
    expect(await create({ firstOn: '2026-11-24' })).toEqual({ __typename: 'InvalidInput', path: 'firstOn' });
    expect(await create({ weeks: 0 })).toEqual({ __typename: 'InvalidInput', path: 'weeks' });
  });

  it('are made of the forecast, the goals, the people and the contracts, and say what they assume', async () => {
    const forecast = `mutation ($fromOn: LocalDate!) { startForecast(fromOn: $fromOn, days: 7) { ... on JobStarted { job { id } } } }`;
    const { startForecast } = await api.data<Loose>(forecast, { fromOn: centre.weekOn }, centre.planner);
    await finishedJob(api, centre.planner, startForecast.job.id);
    const far = `mutation ($fromOn: LocalDate!) { startLongRange(fromOn: $fromOn, weeks: 20) { ... on JobStarted { job { id } } } }`;
    const { startLongRange } = await api.data<Loose>(far, { fromOn: centre.weekOn }, centre.planner);
    await finishedJob(api, centre.planner, startLongRange.job.id);
    const made = await create({});
    expect(made.__typename).toBe('CapacityPlanSaved');
    saved = made.plan;
    const { plan, notes } = saved;
    expect(plan).toMatchObject({ firstOn: centre.weekOn, weeks: 26, classes: [] });
    expect(plan.groups.length).toBeGreaterThan(1);
    // Everybody counts once, with shares in several skills.
    const heads = plan.groups.reduce((sum, group) => sum + group.heads, 0);
    expect(heads).toBeGreaterThan(15);
    expect(heads).toBeLessThanOrEqual(20.1);
    for (const group of plan.groups) {
      expect(group.contacts[0]).toBeGreaterThan(0);
      expect(group.contacts[25]).toBe(group.contacts[19]); // the long-range forecast ends after 20 weeks
      expect(group.inOfficeShrinkage[0]).toBeGreaterThan(0.03);
    }
    expect(notes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['short-long-range', 'assumed-leave']));
    expect(notes[0].text.ja).toMatch(/。$/);
  }, 90_000);

  it('answer with figures and sentences', async () => {
    const { capacityPlan } = await api.data<Loose>(VIEW, { id: saved.id }, centre.planner);
    const { figures } = capacityPlan;
    expect(figures.groups).toHaveLength(saved.plan.groups.length);
    const { requiredFte, effectiveFte, gapFte, cost } = figures.groups[0].columns;
    expect(gapFte[3]).toBeCloseTo(effectiveFte[3] - requiredFte[3], 9);
    expect(cost).toHaveLength(26);
    expect(figures.sentences).toHaveLength(3);
    expect(figures.sentences[1].en).toContain('it costs ¥');
  });

  it('are saved in versions; nobody overwrites anybody, and what is wrong is named', async () => {
    const { id, version, plan } = saved;
    const group = plan.groups[0]!;
    const changed = { ...plan, groups: [{ ...group, heads: group.heads / 2 }, ...plan.groups.slice(1)] };
    const answer = await save({ id, version, title: 'Half gone', plan: changed });
    expect(answer).toMatchObject({
      __typename: 'CapacityPlanSaved',
      plan: { version: version + 1, title: 'Half gone' },
    });
    expect(await save({ id, version, title: 'Late', plan })).toMatchObject({
      __typename: 'CapacityPlanChangedMeanwhile',
      plan: { title: 'Half gone' },
    });
    const faulty = await save({ id, version: version + 1, title: 'x', plan: { ...plan, weeks: 27 } });
    expect(faulty).toMatchObject({ __typename: 'CapacityPlanFaulty' });
    expect(faulty.faults[0]).toMatchObject({ path: 'groups.0.contacts' });
    saved = answer.plan;
  });

  it('get a hiring plan proposed, with its reasons and how far it may lie above the best', async () => {
    const { proposeHiring } = await api.data<Loose>(PROPOSE, { planId: saved.id, keep: false }, centre.planner);
    const job = await finishedJob(api, centre.planner, proposeHiring.job.id);
    expect(job).toMatchObject({ state: 'DONE', result: { planId: saved.id } });
    const { capacityPlan } = await api.data<Loose>(VIEW, { id: saved.id }, centre.planner);
    const [proposal] = capacityPlan.proposals;
    expect(proposal).toMatchObject({ planVersion: saved.version, keep: false, createdBy: 'Test planner' });
    expect(proposal.inputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(proposal.classes.length).toBeGreaterThan(0); // half of the first group are gone
    expect(proposal.cost).toBeLessThan(proposal.costBefore);
    expect(proposal.bound).toBeLessThanOrEqual(proposal.cost);
    expect(proposal.gapFraction).toBeLessThan(0.01);
    expect(proposal.reasons[0].en).toMatch(/^Hire \d+ for .+ starting/);
    expect(proposal.reasons[0].ja).toContain('人を採用します。');
    expect(proposal.risk.groups[0].chanceShort).toHaveLength(26);
    expect((await api.data<Loose>(PROPOSE, { planId: saved.id, keep: true, seconds: 999 }, centre.planner)).proposeHiring)
      .toEqual({ __typename: 'InvalidInput', path: 'seconds' }); // prettier-ignore
  }, 90_000);

  it('are copied, put aside and brought back', async () => {
    const copy = await create({ title: 'Copy', copyOfId: saved.id });
    expect(copy.plan.plan.groups[0].heads).toBe(saved.plan.groups[0]!.heads);
    const titles = async () =>
      (await api.data<Loose>(HEADS, {}, centre.planner)).capacityPlans.map(({ title }: Loose) => title);
    expect(await titles()).toEqual(['Copy', 'Half gone']);
    await api.data(ARCHIVE, { id: copy.plan.id, archived: true }, centre.planner);
    expect(await titles()).toEqual(['Half gone']);
    await api.data(ARCHIVE, { id: copy.plan.id, archived: false }, centre.planner);
    expect(await titles()).toHaveLength(2);
  });

  it('are for those who plan people, of the organisation', async () => {
    const manager = await api.person(['manager'], centre.context);
    expect((await api.data<Loose>(HEADS, {}, manager)).capacityPlans).toHaveLength(2);
    const supervisor = await api.person(['supervisor'], centre.context);
    expect((await api.gql(HEADS, {}, supervisor)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const stranger = await api.person(['planner']);
    expect(await api.data(HEADS, {}, stranger)).toEqual({ capacityPlans: [] });
    expect(await api.data(VIEW, { id: saved.id }, stranger)).toEqual({ capacityPlan: null });
    const lost = await api.data<Loose>(PROPOSE, { planId: saved.id, keep: false }, stranger);
    expect(lost.proposeHiring.__typename).toBe('NotFound');
  });
});
