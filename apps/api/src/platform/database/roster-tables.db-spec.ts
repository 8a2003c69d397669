import type { EntityManager } from 'typeorm';
import { newOrganisation, useTestDatabase } from '../../../../../tests/kit/test-database.js';
import type { RequestContext } from '../context/request-context.js';

describe('promises of the roster tables', () => {
  const db = useTestDatabase();
  let context: RequestContext;
  let ids: { agent: string; draft: string; other: string };

  beforeAll(async () => {
    context = await newOrganisation(db);
    const org = context.organisationId;
    const one = async (tx: EntityManager, sql: string, parameters: unknown[]): Promise<string> =>
      ((await tx.query(sql, parameters)) as { id: string }[])[0]!.id;
    ids = await db.database.withTenant(context, async (tx) => {
      const site = await one(
        tx,
        `insert into sites (organisation_id, name, zone, country) values ($1, 'Tokyo', 'Asia/Tokyo', 'JP') returning id`,
        [org],
      );
      const team = await one(
        tx,
        `insert into teams (organisation_id, site_id, name) values ($1, $2, 'A') returning id`,
        [org, site],
      );
      const contract = await one(
        tx,
        `insert into contracts (organisation_id, title, weekly_minutes_min, weekly_minutes_max, days_per_week_max) values ($1, 'Full', 2400, 2400, 5) returning id`,
        [org],
      );
      const agent = await one(
        tx,
        `insert into agents (organisation_id, name, site_id, team_id, contract_id, hired_on) values ($1, 'Amy', $2, $3, $4, '2024-04-01') returning id`,
        [org, site, team, contract],
      );
      await tx.query(
        `insert into activity_types (organisation_id, id, title_en, title_ja, paid, contact_work, colour_token) values ($1, 'contact', 'Contact', '対応', true, true, 'contact'), ($1, 'lunch', 'Lunch', '昼', false, false, 'lunch')`,
        [org],
      );
      const schedule = (): Promise<string> =>
        one(
          tx,
          `insert into schedules (organisation_id, zone, week_start_on) values ($1, 'Asia/Tokyo', '2026-11-02') returning id`,
          [org],
        );
      return { agent, draft: await schedule(), other: await schedule() };
    });
  });

  /** Adds a shift on 2 November 2026 from one UTC hour to another, wholly contact work unless told otherwise. */
  function addShift(
    schedule: string,
    [from, until]: [number, number],
    parts: [number, number][] = [[from, until]],
  ): Promise<string> {
    const at = (hour: number): string => new Date(Date.UTC(2026, 10, 2, hour)).toISOString();
    return db.database.withTenant(context, async (tx) => {
      const [{ id }] = (await tx.query(
        'insert into shifts (organisation_id, schedule_id, agent_id, span) values ($1, $2, $3, tstzrange($4, $5)) returning id',
        [context.organisationId, schedule, ids.agent, at(from), at(until)],
      )) as [{ id: string }];
      for (const [start, end] of parts)
        await tx.query(
          `insert into shift_activities (organisation_id, shift_id, start_at, end_at, activity_type_id) values ($1, $2, $3, $4, 'contact')`,
          [context.organisationId, id, at(start), at(end)],
        );
      return id;
    });
  }

  const set = (sql: string, parameters: unknown[]): Promise<unknown> =>
    db.database.withTenant(context, (tx) => tx.query(sql, parameters));
  const publish = (schedule: string, state: string): Promise<unknown> =>
    set(`update schedules set state = $2, published_at = now() where id = $1`, [schedule, state]);
  const NOT_TILED = { driverError: { code: '23514', constraint: 'shift_activities_tile_shift' } };

  it.each([
    ['no activity', []],
    [
      'a gap',
      [
        [0, 3],
        [4, 8],
      ],
    ],
    ['a late first activity', [[1, 8]]],
    ['an early end', [[0, 7]]],
    ['an activity past the end', [[0, 9]]],
    [
      'an overlap',
      [
        [0, 5],
        [4, 8],
      ],
    ],
  ] as [string, [number, number][]][])('refuses a shift with %s at commit', async (_, parts) => {
    await expect(addShift(ids.draft, [0, 8], parts)).rejects.toMatchObject(NOT_TILED);
  });

  it('accepts activities that tile the shift, in any order of writing', async () => {
    await expect(
      addShift(
        ids.draft,
        [0, 8],
        [
          [4, 8],
          [0, 4],
        ],
      ),
    ).resolves.toBeTruthy();
  });

  it('refuses to shorten a shift or delete an activity without the other', async () => {
    const shift = await addShift(
      ids.draft,
      [10, 12],
      [
        [10, 11],
        [11, 12],
      ],
    );
    await expect(
      set(`update shifts set span = tstzrange(lower(span), upper(span) - interval '1 hour') where id = $1`, [shift]),
    ).rejects.toMatchObject(NOT_TILED);
    await expect(
      set(`delete from shift_activities where shift_id = $1 and start_at = '2026-11-02T11:00Z'`, [shift]),
    ).rejects.toMatchObject(NOT_TILED);
    await expect(set('delete from shifts where id = $1', [shift])).resolves.toBeTruthy();
  });

  it('lets drafts overlap, and no two published shifts of an agent', async () => {
    await addShift(ids.draft, [13, 17]);
    await addShift(ids.other, [16, 20]);
    await publish(ids.draft, 'published');
    await expect(publish(ids.other, 'published')).rejects.toMatchObject({
      driverError: { code: '23P01', constraint: 'shifts_published_never_overlap' },
    });
    const states = await db.peek<{ state: string; published: boolean }>(
      'select distinct s.state, h.published from shifts h join schedules s on s.id = h.schedule_id order by 1',
    );
    expect(states).toEqual([
      { state: 'draft', published: false },
      { state: 'published', published: true },
    ]);
    await publish(ids.draft, 'draft');
    await expect(publish(ids.other, 'published')).resolves.toBeTruthy();
    await publish(ids.other, 'draft');
  });

  it('accepts only one of two people who publish overlapping shifts at the same moment', async () => {
    const results = await Promise.allSettled([publish(ids.draft, 'published'), publish(ids.other, 'published')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('cannot be told that a shift is published when its schedule is not', async () => {
    await publish(ids.draft, 'draft');
    await set('update shifts set published = true where schedule_id = $1', [ids.draft]);
    expect(
      await db.database.read(context, 'select 1 from shifts where schedule_id = $1 and published', [ids.draft]),
    ).toEqual([]);
  });

  it('keeps forecasts as they were made', async () => {
    await set(
      `insert into forecasts (organisation_id, version, from_on, days, methods, input_sha256, code_version, seed) values ($1, 1, '2026-11-02', 7, '{}', 'x', '0', 1)`,
      [context.organisationId],
    );
    await expect(set('update forecasts set days = 8', [])).rejects.toMatchObject({ driverError: { code: '23000' } });
  });
});
