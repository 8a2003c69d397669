import type { Settings } from '../config/settings.js';
import { migrateDatabase } from '../platform/database/migrate.js';
import { databaseUrl } from '../config/settings.js';
import { migrationsFolder } from './check-database.js';

export async function migrate(settings: Settings): Promise<number> {
  const runtimeUrl = databaseUrl(settings);
  const { applied } = await migrateDatabase({
    ownerUrl: settings.DATABASE_MIGRATION_URL ?? runtimeUrl,
    runtimeUrl,
    folder: migrationsFolder(settings),
  });
  for (const name of applied) process.stderr.write(`applied ${name}\n`);
  process.stderr.write(applied.length === 0 ? 'the database is up to date\n' : '');
  return 0;
}
