import type { EntityManager } from 'typeorm';

export interface RowsToInsert {
  /** Name of the table, never from outside. */
  readonly table: string;
  readonly organisationId: string;
  readonly rows: readonly object[];
}

/** Inserts any number of rows in one statement; a column left out of every row takes its default. */
export async function insertRows(tx: EntityManager, { table, organisationId, rows }: RowsToInsert): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (!columns.every((column) => /^[a-z_]+$/.test(column)))
    throw new Error(`columns (${columns.join(', ')}) must be column names in lower case`);
  const missing = rows.find((row) => columns.some((column) => !(column in row)));
  if (missing)
    throw new Error(
      `rows of ${table} must all have the columns ${columns.join(', ')}; give null or leave a column out of every row`,
    );
  const list = columns.join(', ');
  await tx.query(
    `insert into ${table} (organisation_id, ${list}) select $1, ${list} from jsonb_populate_recordset(null::${table}, $2::jsonb)`,
    [organisationId, JSON.stringify(rows)],
  );
}
