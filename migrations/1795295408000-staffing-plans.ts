import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A plan as the staffing library reads it (StaffingPlan). Queues of before keep the figures they had: each interval for
 * itself, the forecast as if it were certain, one unplanned shrinkage all day. Several contacts at once have a model of
 * their own now, in place of Erlang C with a divided handle time.
 */
const PLAN_OF = `
create function staffing_plan_of(model_id text, goal jsonb, patience_seconds double precision,
  concurrency double precision, shrinkage_fraction double precision) returns jsonb language sql immutable parallel safe as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'modelId', case when model_id = 'erlang-c' and concurrency > 1 then 'chat' else model_id end,
    'goal', goal,
    'patienceSeconds', patience_seconds,
    'concurrency', case when concurrency <> 1 then concurrency end,
    'loadMethod', 'interval',
    'staffedFor', jsonb_build_object('kind', 'point'),
    'shrinkage', case when shrinkage_fraction > 0
      then jsonb_build_array(jsonb_build_object('id', 'unplanned', 'fraction', shrinkage_fraction, 'planned', false))
      else '[]'::jsonb end))
$$;
comment on function staffing_plan_of is 'for queues written by programs that know only the columns of before; goes when those columns go';`;

/** Programs of before go on writing the old columns until they are replaced; the plan follows them. */
const KEEP_IN_STEP = `
create function keep_staffing_plan() returns trigger language plpgsql as $$
begin
  if new.staffing_plan is null
    or (tg_op = 'UPDATE' and new.staffing_plan is not distinct from old.staffing_plan
      and (new.model_id, new.goal, new.patience_seconds, new.concurrency, new.shrinkage_fraction)
        is distinct from (old.model_id, old.goal, old.patience_seconds, old.concurrency, old.shrinkage_fraction)) then
    new.staffing_plan := staffing_plan_of(new.model_id, new.goal, new.patience_seconds, new.concurrency, new.shrinkage_fraction);
  end if;
  return new;
end $$;
create trigger queues_staffing_plan before insert or update on queues for each row execute function keep_staffing_plan();`;

/**
 * The owner is held to row-level security like everybody (forced), so it would find no row to convert. The lock that
 * the first statement takes keeps every other session out until the migration's transaction ends.
 */
const CONVERT = `
alter table queues no force row level security;
alter table queues add column staffing_plan jsonb;
update queues set staffing_plan = staffing_plan_of(model_id, goal, patience_seconds, concurrency, shrinkage_fraction);
alter table queues alter column staffing_plan set not null,
  add constraint queues_staffing_plan_names_model check (jsonb_typeof(staffing_plan -> 'modelId') is not distinct from 'string'
    and jsonb_typeof(staffing_plan -> 'goal') is not distinct from 'object'),
  alter column goal set default '{}';
alter table queues force row level security;
comment on column queues.staffing_plan is 'how the requirement is computed; model_id, goal, patience_seconds, concurrency and shrinkage_fraction are read no longer';`;

/** A queue's staffing settings become one plan: load method, uncertainty, chat, lines and shrinkage by reason find a place. */
export class StaffingPlans1795295408000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PLAN_OF, CONVERT, KEEP_IN_STEP]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
