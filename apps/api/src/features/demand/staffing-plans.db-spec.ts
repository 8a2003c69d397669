import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { StaffingPlans1795295408000 } from '../../../../../migrations/1795295408000-staffing-plans.js';
import { newOrganisation, useTestDatabase } from '../../../../../tests/kit/test-database.js';

const BACK_TO_BEFORE = `
drop trigger queues_staffing_plan on queues;
drop function keep_staffing_plan();
drop function staffing_plan_of;
alter table queues drop constraint queues_staffing_plan_names_model, drop column staffing_plan, alter column goal drop default`;

const OLD_ROW = `
insert into queues (organisation_id, id, name_en, name_ja, channel, skill_id, site_id, goal, model_id, patience_seconds, concurrency, shrinkage_fraction)
values ($1, $2, $3, $3, 'voice', $4, $5, $6::jsonb, $7, $8, $9, $10)`;

describe('queues of before there were plans', () => {
  const db = useTestDatabase();
  let organisationId: string;
  let places: { skill: string; site: string };

  const insertOld = async (
    name: string,
    old: { model: string; patience?: number; at?: number; shrinkage?: number },
  ) => {
    const { model, patience = null, at = 1, shrinkage = 0 } = old;
    const goal = JSON.stringify({ serviceLevelFraction: 0.8, answerWithinSeconds: 20, asaSeconds: null });
    const id = uuidv7();
    await db.peek(OLD_ROW, [organisationId, id, name, places.skill, places.site, goal, model, patience, at, shrinkage]);
    return id;
  };
  const planOf = async (id: string) =>
    (await db.peek<{ staffing_plan: unknown }>('select staffing_plan from queues where id = $1', [id]))[0]!
      .staffing_plan;
  const GOAL = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };
  const FROM_BEFORE = { goal: GOAL, loadMethod: 'interval', staffedFor: { kind: 'point' } };

  beforeAll(async () => {
    organisationId = (await newOrganisation(db)).organisationId;
    places = { skill: uuidv7(), site: uuidv7() };
    await db.peek(
      `insert into sites (organisation_id, id, name, zone, country) values ($1, $2, 'x', 'Asia/Tokyo', 'JP')`,
      [organisationId, places.site],
    );
    await db.peek(`insert into skills (organisation_id, id, code, name) values ($1, $2, 'x', 'x')`, [
      organisationId,
      places.skill,
    ]);
  });

  it('keep the figures they had, though the owner of the tables sees no row', async () => {
    await db.peek(BACK_TO_BEFORE);
    const voice = await insertOld('voice', { model: 'erlang-a', patience: 150, shrinkage: 0.06 });
    const chat = await insertOld('chat', { model: 'erlang-c', at: 2 });
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    expect((await owner.query('select count(*)::int as seen from queues')).rows).toEqual([{ seen: 0 }]);
    await owner.query('begin');
    await new StaffingPlans1795295408000().up({ query: (sql: string) => owner.query(sql) } as never);
    await owner.query('commit');
    await owner.end();
    expect(await planOf(voice)).toEqual({
      ...FROM_BEFORE,
      modelId: 'erlang-a',
      patienceSeconds: 150,
      shrinkage: [{ id: 'unplanned', fraction: 0.06, planned: false }],
    });
    // Several contacts at once have a model of their own now.
    expect(await planOf(chat)).toEqual({ ...FROM_BEFORE, modelId: 'chat', concurrency: 2, shrinkage: [] });
    const [security] = await db.peek<{ forced: boolean }>(
      `select relforcerowsecurity as forced from pg_class where oid = 'queues'::regclass`,
    );
    expect(security).toEqual({ forced: true });
  });

  it('follow what a program of before still writes, and are left alone when only the plan changes', async () => {
    const id = await insertOld('late', { model: 'erlang-c' });
    expect(await planOf(id)).toMatchObject({ modelId: 'erlang-c', shrinkage: [] });
    await db.peek('update queues set shrinkage_fraction = 0.1 where id = $1', [id]);
    expect(await planOf(id)).toMatchObject({ shrinkage: [{ id: 'unplanned', fraction: 0.1 }] });
    const plan = { modelId: 'workload', goal: {} };
    await db.peek('update queues set staffing_plan = $2::jsonb where id = $1', [id, JSON.stringify(plan)]);
    expect(await planOf(id)).toEqual(plan);
    await db.peek('update queues set position = 7 where id = $1', [id]);
    expect(await planOf(id)).toEqual(plan);
  });

  it('never hold a plan without a model or a goal', async () => {
    const id = await insertOld('checked', { model: 'erlang-c' });
    await expect(db.peek(`update queues set staffing_plan = '{}' where id = $1`, [id])).rejects.toMatchObject({
      code: '23514',
    });
  });
});
