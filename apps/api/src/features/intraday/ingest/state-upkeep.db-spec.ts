import { v7 as uuidv7 } from 'uuid';
import { newTestCentre, type TestCentre } from '../../../../../../tests/kit/test-centre.js';
import { useTestApi } from '../../../../../../tests/kit/test-api.js';
import { addDays, DAY_MILLIS, localDateOf, startOfLocalDay } from '@yotei/time';
import { StateDayRepository } from './state-days.repository.js';
import { IngestService } from './ingest.service.js';
import { StateUpkeepTask } from './state-upkeep.task.js';

const api = useTestApi();
let centre: TestCentre;
let agent: { id: string; zone: string };
const { signal } = new AbortController();

const run = () => api.app.get(StateUpkeepTask, { strict: false }).run(centre.context, signal);
const take = (events: object[]) =>
  api.app.get(IngestService, { strict: false }).take(centre.context, { source: 'pbx', events });
const secondsOn = async (on: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await api.app
        .get(StateDayRepository, { strict: false })
        .byDayAndTeam(centre.context, { fromOn: on, untilOn: addDays(on, 1), teamId: null })
    ).map(({ state, seconds }) => [state, seconds]),
  );

beforeAll(async () => {
  centre = await newTestCentre(api);
  const { id, zone } = centre.centre.agents[0]!;
  agent = { id: centre.ids.of('agent', id), zone };
}, 60_000);

it('days that are over are summed up once, and again when they changed', async () => {
  // Over in every zone of the centre, whatever the hour.
  const over = addDays(localDateOf(Date.now(), agent.zone), -2);
  const at = (hour: number) => new Date(startOfLocalDay(over, agent.zone) + hour * 3_600_000).toISOString();
  const event = (hour: number, state: string) => ({ id: uuidv7(), agent: agent.id, at: at(hour), state });
  await take([event(9, 'available'), event(12, 'lunch'), event(13, 'available'), event(18, 'offline')]);
  expect(await run()).toBeGreaterThan(Date.now());
  // 9-12 and 13-18, 12-13, 18-24
  expect(await secondsOn(over)).toEqual({ available: 8 * 3600, 'at-lunch': 3600, offline: 6 * 3600 });
  await take([event(15, 'meeting'), event(16, 'available')]);
  await run();
  expect(await secondsOn(over)).toEqual({
    ...{ available: 7 * 3600, 'at-lunch': 3600, 'in-meeting': 3600, offline: 6 * 3600 },
  });
  await run();
  expect(await secondsOn(addDays(over, -1))).toEqual({});
});

it('months that are too old go, with what hangs on them; those ahead are made', async () => {
  const months = async () =>
    (
      await api.db.peek<{ name: string }>(
        `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'agent_states'::regclass order by 1`,
      )
    ).map(({ name }) => name);
  await api.db.peek(`select ensure_agent_state_partitions('2020-01-01', '2020-02-01')`);
  const old = ['2020-01-15T00:00:00Z', '2019-06-15T00:00:00Z'];
  for (const [i, at] of old.entries()) {
    const key = [centre.context.organisationId, agent.id, at, `old-${i}`];
    await api.db.peek(
      `insert into agent_states (organisation_id, agent_id, at, source, event_id, state, source_state) values ($1, $2, $3, 'pbx', $4, 'away', 'away')`,
      key,
    );
    await api.db.peek(
      `insert into agent_state_events (organisation_id, agent_id, at, source, event_id) values ($1, $2, $3, 'pbx', $4)`,
      key,
    );
  }
  expect(await months()).toContain('agent_states_202001');
  await run();
  expect((await months()).filter((name) => name.startsWith('agent_states_20') && name < 'agent_states_2021')).toEqual(
    [],
  );
  const ahead = new Date(Date.now() + 60 * DAY_MILLIS).toISOString().slice(0, 7).replace('-', '');
  expect(await months()).toContain(`agent_states_${ahead}`);
  expect(
    await api.db.peek(
      `select 1 from agent_states where event_id like 'old-%' union all select 1 from agent_state_events where event_id like 'old-%'`,
    ),
  ).toEqual([]);
  await expect(api.db.peek('select drop_agent_state_partitions(current_date)')).rejects.toThrow('31 days');
});
