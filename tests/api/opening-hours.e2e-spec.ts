import { addDays, formatUtc, instantOfLocal } from '@yotei/time';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;

interface Site {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  readonly weekStart: number;
}
interface Span {
  readonly fromMinute: number;
  readonly untilMinute: number;
}
interface Hours {
  readonly weekly: readonly { readonly weekday: number; readonly spans: readonly Span[] }[] | null;
  readonly dates: readonly { readonly on: string; readonly title: string; readonly spans: readonly Span[] }[];
}

const HOURS = `openingHours { weekly { weekday spans { fromMinute untilMinute } } dates { on title spans { fromMinute untilMinute } } }`;
const SITES = `{ setup { sites { id version name zone country weekStart ${HOURS} } } }`;
const SAVE = `mutation ($input: SetupSiteInput!) { result: saveSetupSite(input: $input) { __typename ... on InvalidInput { path } } }`;
const CLOSED = `query ($fromOn: LocalDate!, $untilOn: LocalDate!) { closedTimes(fromOn: $fromOn, untilOn: $untilOn) { siteId spans { startAt endAt } } }`;
const PREVIEW = `query ($input: PreviewBeginningInput!) { previewBeginning(input: $input) { __typename ... on BeginningPreview { contacts { values } } } }`;

const TEN_TO_FOUR: Span = { fromMinute: 600, untilMinute: 960 };
const workdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, spans: [TEN_TO_FOUR] }));

const sites = async () => (await api.data<{ setup: { sites: Site[] } }>(SITES, {}, centre.planner)).setup.sites;

/** Where the queue is planned. */
async function siteOfQueue(): Promise<Site> {
  const [row] = await api.db.peek('select site_id from queues where id = $1', [centre.ids.of('queue', 'voice-ja')]);
  return (await sites()).find(({ id }) => id === (row as { site_id: string }).site_id)!;
}

async function saveHours(openingHours: Hours): Promise<{ __typename: string; path?: string }> {
  const site = await siteOfQueue();
  const { id, version, name, zone, country, weekStart } = site;
  const input = { id, version, name, zone, country, weekStart, openingHours };
  return (await api.data<{ result: { __typename: string; path?: string } }>(SAVE, { input }, centre.planner)).result;
}

beforeAll(async () => {
  centre = await newTestCentre(api);
}, 60_000);

describe('opening hours of a site', () => {
  it('close a queue without a past outside them, a date above its weekday, and are the closed time of boards', async () => {
    const wednesday = addDays(centre.weekOn, 2);
    const dates = [{ on: wednesday, title: 'Stocktaking', spans: [] }];
    expect((await saveHours({ weekly: workdays, dates })).__typename).toBe('SetupSaved');
    const contacts = Array.from({ length: 24 }, () => 10);
    const { previewBeginning } = await api.data<{
      previewBeginning: { __typename: string; contacts: { values: (number | null)[] } };
    }>(
      PREVIEW,
      {
        input: {
          queueId: centre.ids.of('queue', 'voice-ja'),
          asNew: true,
          fromOn: centre.weekOn,
          curve: {
            stepMinutes: 60,
            weekdays: Array.from({ length: 7 }, () => ({ contacts })),
            averageHandleSeconds: 240,
            levelSpread: 0.3,
          },
        },
      },
      centre.planner,
    );
    const { values } = previewBeginning.contacts;
    const perDay = values.length / 7;
    const open = values.flatMap((value, i) => ((value ?? 0) > 0 ? [i] : []));
    const daysOpen = [...new Set(open.map((i) => Math.floor(i / perDay)))];
    // Monday of the week is day 0; Wednesday is closed by its date, the weekend by the week.
    expect(daysOpen).toEqual([0, 1, 3, 4]);
    const hours = open.filter((i) => i < perDay).map((i) => (i * 1440) / perDay);
    expect([Math.min(...hours), Math.max(...hours)]).toEqual([600, 960 - 1440 / perDay]);

    const { closedTimes } = await api.data<{
      closedTimes: { siteId: string; spans: { startAt: string; endAt: string }[] }[];
    }>(CLOSED, { fromOn: centre.weekOn, untilOn: addDays(centre.weekOn, 6) }, centre.planner);
    const { zone } = await siteOfQueue();
    const spans = closedTimes.flatMap((one) => one.spans);
    // From Tuesday's close over the closed Wednesday to Thursday's opening.
    expect(spans).toContainEqual({
      startAt: formatUtc(instantOfLocal(addDays(centre.weekOn, 1), 960, zone)),
      endAt: formatUtc(instantOfLocal(addDays(centre.weekOn, 3), 600, zone)),
    });
  });

  it('are refused with what is wrong named, and given to those who plan alone', async () => {
    const week = (spans: readonly Span[]): Hours => ({ weekly: [{ weekday: 1, spans }], dates: [] });
    const overlap = [TEN_TO_FOUR, { fromMinute: 900, untilMinute: 1000 }];
    const refused = [
      week([{ fromMinute: 600, untilMinute: 600 }]),
      week(overlap),
      { weekly: [...workdays, ...workdays], dates: [] },
      { weekly: null, dates: ['2026-12-31', '2026-12-31'].map((on) => ({ on, title: '', spans: [] })) },
    ];
    const paths = [];
    for (const hours of refused) paths.push((await saveHours(hours)).path);
    expect(paths).toEqual([
      'openingHours.untilMinute',
      'openingHours.fromMinute',
      'openingHours.weekday',
      'openingHours.on',
    ]);
    const { errors } = await api.gql(SAVE, { input: { ...(await sites())[0]!, version: 0 } }, centre.agent);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
