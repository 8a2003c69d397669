import { addDays, HOUR_MILLIS, startOfLocalDay, weekStartOf } from '@yotei/time';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
let scheduleId: string;
const ZONE = 'Asia/Tokyo';
const today = new Date(Date.now() + 9 * HOUR_MILLIS).toISOString().slice(0, 10);
const monday = addDays(weekStartOf(today), -7);

const SITES = 'query { siteLaws { siteId name version packId fromOn agreements } }';
const SAVE = `mutation ($input: SiteLawInput!) { saveSiteLaw(input: $input) { __typename
  ... on SiteLawSaved { site { version packId fromOn agreements } } ... on InvalidInput { path } } }`;
const TRIAL = `query ($input: LawTrialInput!) { lawTrial(input: $input) { __typename ... on InvalidInput { path }
  ... on LawTrial { fromOn untilOn peopleCount shiftCount lines { parameterId findingCount historyMissingCount people { agentId count first { en } } } } } }`;
const INSPECT = `query ($agentId: ID!, $fromOn: LocalDate!, $untilOn: LocalDate!) {
  lawInspection(agentId: $agentId, fromOn: $fromOn, untilOn: $untilOn) { __typename ... on InvalidInput { path }
    ... on LawInspection { packId weeks { startsOn workedMinutes overtimeMinutes daysOff shortestRestMinutes breakMinutes nightShifts }
      lines { parameterId verdict findings { on amount message { en ja } } } } } }`;
const RULES = 'query { viewer { organisation { ruleSettings { ruleId level source siteIds parameters } } } }';

let ownSite: string;
const siteOf = async (): Promise<Loose> =>
  (await api.data<Loose>(SITES, {}, centre.planner)).siteLaws.find(({ siteId }: Loose) => siteId === ownSite);
const choose = async (change: Loose): Promise<Loose> => {
  const { siteId, version } = await siteOf();
  const input = { siteId, version, fromOn: '2026-01-01', agreements: [], ...change };
  return (await api.data<Loose>(SAVE, { input }, centre.planner)).saveSiteLaw;
};
const lawRules = async (): Promise<Loose[]> =>
  (await api.data<Loose>(RULES, {}, centre.planner)).viewer.organisation.ruleSettings.filter(
    ({ source }: Loose) => source,
  );

async function work(agentId: string, shifts: readonly (readonly [day: number, from: number, hours: number])[]) {
  for (const [day, from, hours] of shifts) {
    const startAt = startOfLocalDay(addDays(monday, day), ZONE) + from * HOUR_MILLIS;
    await api.db.peek(
      `with one as (insert into shifts (organisation_id, schedule_id, agent_id, span) values ($1, $2, $3, tstzrange($4::timestamptz, $5::timestamptz)) returning id, span)
       insert into shift_activities (organisation_id, shift_id, start_at, end_at, activity_type_id)
       select $1, one.id, lower(span), upper(span), 'contact' from one`,
      [
        centre.context.organisationId,
        scheduleId,
        agentId,
        new Date(startAt).toISOString(),
        new Date(startAt + hours * HOUR_MILLIS).toISOString(),
      ],
    );
  }
}

beforeAll(async () => {
  centre = await newTestCentre(api);
  const [schedule] = await api.db.peek<{ id: string }>(
    `insert into schedules (organisation_id, zone, week_start_on, weeks, state, published_at) values ($1, $2, $3::date, 1, 'published', now()) returning id`,
    [centre.context.organisationId, ZONE, monday],
  );
  scheduleId = schedule!.id;
  const [agent] = await api.db.peek<{ siteId: string }>('select site_id as "siteId" from agents where id = $1', [
    centre.agentId,
  ]);
  ownSite = agent!.siteId;
  // Late on Monday, early on Tuesday; nine hours on Wednesday without a break.
  await work(centre.agentId, [
    [0, 14, 8],
    [1, 7, 8],
    [2, 9, 9],
  ]);
}, 60_000);

describe('the law of a site', () => {
  it('is chosen with a date and what is agreed, and refused kindly', async () => {
    expect(await siteOf()).toMatchObject({ packId: null, fromOn: null, agreements: [] });
    expect(await choose({ packId: 'atlantis' })).toMatchObject({ __typename: 'InvalidInput', path: 'packId' });
    expect(await choose({ packId: 'jp', agreements: ['opt-out'] })).toMatchObject({ path: 'agreements' });
    expect(await choose({ packId: 'jp', version: 99 })).toEqual({ __typename: 'SiteLawChangedMeanwhile' });
    expect(await choose({ packId: 'jp', siteId: centre.agentId })).toEqual({ __typename: 'NotFound' });
    expect(await choose({ packId: 'jp', agreements: ['art-36'] })).toMatchObject({
      site: { packId: 'jp', fromOn: '2026-01-01', agreements: ['art-36'] },
    });
    const asAgent = await api.gql<Loose>(
      SAVE,
      { input: { siteId: (await siteOf()).siteId, version: 1 } },
      centre.agent,
    );
    expect(asAgent.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('joins the rules that boards, edits, exchanges and the engine judge by', async () => {
    const rules = await lawRules();
    expect(rules.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['jp.ot.base.month: LSA art. 36 (4)', 'jp.young.night: LSA art. 61']),
    );
    expect(rules.every(({ siteIds }) => siteIds.length === 1)).toBe(true);
    await choose({ packId: 'jp', fromOn: '2099-01-01' });
    expect(await lawRules()).toEqual([]); // not yet
  });

  it('refuses an own must rule that promises less', async () => {
    await choose({ packId: 'de' });
    const save = `mutation ($input: SetupRuleInput!) { saveSetupRule(input: $input) { __typename ... on InvalidInput { path message } } }`;
    const rest = (restMinutes: number) => ({
      ...{ version: 0, ruleId: 'min-rest-between-shifts', level: 'MUST', parameters: { restMinutes } },
    });
    const refused = (await api.data<Loose>(save, { input: rest(600) }, centre.planner)).saveSetupRule;
    expect(refused).toMatchObject({ __typename: 'InvalidInput', path: 'parameters.restMinutes' });
    expect(refused.message).toContain('de.daily_rest');
    const saved = (await api.data<Loose>(save, { input: rest(660) }, centre.planner)).saveSetupRule;
    expect(saved.__typename).toBe('SetupSaved');
  });
});

describe('published weeks against the law', () => {
  it('show before choosing who would have broken what', async () => {
    const { siteId } = await siteOf();
    const { lawTrial: trial } = await api.data<Loose>(TRIAL, { input: { siteId, packId: 'de' } }, centre.planner);
    expect(trial).toMatchObject({ fromOn: addDays(monday, -21), untilOn: addDays(monday, 7), shiftCount: 3 });
    const line = (id: string) => trial.lines.find(({ parameterId }: Loose) => parameterId === id);
    expect(line('de.daily_rest').people).toEqual([
      { agentId: centre.agentId, count: 1, first: { en: '9 h between shifts; the rule asks for 11 h' } },
    ]);
    expect(line('de.break').findingCount).toBe(3); // eight hours, eight, nine, without a break
    expect(line('de.week').historyMissingCount).toBeGreaterThan(0);
    const bad = await api.data<Loose>(TRIAL, { input: { siteId, packId: 'atlantis' } }, centre.planner);
    expect(bad.lawTrial).toMatchObject({ __typename: 'InvalidInput', path: 'packId' });
  });

  it('answer what an inspector would ask about a person', async () => {
    const ask = async (change: Loose = {}) => {
      const of = { agentId: centre.agentId, fromOn: monday, untilOn: addDays(monday, 6), ...change };
      return (await api.data<Loose>(INSPECT, of, centre.planner)).lawInspection;
    };
    await choose({ packId: 'de' });
    const report = await ask();
    expect(report.__typename).toBe('LawInspection');
    expect(report.weeks).toEqual([
      {
        ...{ startsOn: monday, workedMinutes: 1500, overtimeMinutes: 60, daysOff: 4 },
        ...{ shortestRestMinutes: 540, breakMinutes: 0, nightShifts: 0 },
      },
    ]);
    const verdicts = new Map(report.lines.map((line: Loose) => [line.parameterId, line.verdict]));
    expect(verdicts.get('de.daily_rest')).toBe('BROKEN');
    expect(verdicts.get('de.day')).toBe('KEPT');
    expect(verdicts.get('de.sunday_work')).toBe('TOLD');
    expect(verdicts.get('de.week')).toBe('HISTORY_MISSING');
    const mine = INSPECT.replace('$agentId: ID!, ', '').replace(
      'lawInspection(agentId: $agentId, ',
      'myLawInspection(',
    );
    const span = { fromOn: monday, untilOn: addDays(monday, 6) };
    expect((await api.data<Loose>(mine, span, centre.agent)).myLawInspection).toEqual(report);
    expect((await api.data<Loose>(mine, span, centre.planner)).myLawInspection).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await ask({ untilOn: addDays(monday, -20) })).toMatchObject({ __typename: 'InvalidInput', path: 'untilOn' });
    expect(await ask({ agentId: scheduleId })).toMatchObject({ __typename: 'NotFound' });
    await choose({ packId: null });
    expect(await ask()).toMatchObject({ __typename: 'NoLawChosen' });
  });
});
