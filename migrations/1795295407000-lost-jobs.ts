import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Workers serve every organisation, and a job whose row in the queue is gone can be found by nobody else. The rows are
 * visible inside the function alone (to its owner, while its own setting is on), which tells two ids and nothing of what the job holds.
 */
const LOST_JOBS = `
create index jobs_unfinished on jobs (organisation_id, created_at) where finished_at is null;
create policy lost on jobs for select to current_user
  using (finished_at is null and (select app_secret('lost_jobs')) = 'look');
create function lost_jobs(most integer) returns table (organisation_id uuid, id uuid)
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform set_config('app.lost_jobs', 'look', true);
  return query select j.organisation_id, j.id from jobs j
    where j.finished_at is null and coalesce(j.started_at, j.created_at) < now() - interval '1 minute'
      and not exists (select 1 from graphile_worker._private_jobs q where q.key = j.id::text)
    order by j.created_at limit most;
  perform set_config('app.lost_jobs', '', true);
end $$;
comment on function lost_jobs is 'jobs that wait or run by their own row, for a minute at least, and are not in the queue';`;

/** Lets workers end jobs that the queue has forgotten. */
export class LostJobs1795295407000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOST_JOBS);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
