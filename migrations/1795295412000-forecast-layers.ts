import type { MigrationInterface, QueryRunner } from 'typeorm';

const LAYERS = `
alter table forecast_edits
  add column step_minutes smallint check (step_minutes > 0),
  add column interval_values double precision[],
  add column weekdays smallint[],
  add column from_minute smallint,
  add column until_minute smallint,
  add column switched_off_at timestamptz,
  add column changed_at timestamptz not null default now(),
  add column changed_by uuid,
  add column version integer not null default 1,
  add column revision integer not null default 0,
  alter column value drop not null,
  drop constraint forecast_edits_operation_check,
  add constraint forecast_edits_operation_check check (operation in ('set', 'add', 'percent', 'total', 'values')),
  add constraint forecast_edits_amount check
    (case when operation = 'values' then interval_values is not null and step_minutes is not null and value is null
      else value is not null and interval_values is null end),
  add constraint forecast_edits_pattern check
    ((weekdays is null) = (from_minute is null) and (weekdays is null) = (until_minute is null) and until_minute > from_minute);
comment on column forecast_edits.revision is 'counts up within the queue with every change to any of its layers';
comment on column forecast_edits.step_minutes is 'length of the intervals the numbers were given for; null: that of the forecast';
create index forecast_edits_of_queue on forecast_edits (organisation_id, queue_id, start_at);`;

/** Edits of a forecast as layers: values by interval, totals, weekdays and times, switched off and on, versions. */
export class ForecastLayers1795295412000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LAYERS);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
