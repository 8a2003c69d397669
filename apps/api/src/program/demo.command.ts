import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { DEMO_SIZES } from '@yotei/demo';
import type { Settings } from '../config/settings.js';
import { FEATURES } from '../features/index.js';
import { TenantDatabase } from '../platform/database/tenant-database.js';
import { DEMO_ORGANISATION_ID, DemoFiller } from '../platform/demo-filler.js';
import { createLogger, NestLogger } from '../platform/observability/logger.js';
import { WorkerModule } from '../worker.module.js';
import { tellParent } from './lifetime.js';
import { ProgramError } from './program-error.js';
import { optionOf } from './options.js';
import { withRunningDatabase } from './use-database.js';

/**
 * `demo [--agents 60] [--weeks 26] [--seed 1]`: fills the demo centre unless it is there already, in DATABASE_URL or the
 * embedded database of a running `up`.
 */
export async function demo(settings: Settings, args: readonly string[]): Promise<number> {
  const wanted = {
    agents: wholeNumber(args, '--agents', DEMO_SIZES.agents),
    weeks: wholeNumber(args, '--weeks', DEMO_SIZES.weeks),
    seed: wholeNumber(args, '--seed', { from: 1, to: 2 ** 32 - 1, usual: 1 }),
  };
  const withUrl = withRunningDatabase(settings);
  const logger = createLogger(settings, 'demo');
  const app = await NestFactory.createApplicationContext(
    WorkerModule.with({ settings: withUrl, logger, features: FEATURES, processName: 'demo' }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  try {
    if (await isFilled(app.get(TenantDatabase))) {
      say('the demo centre is there already');
      return 0;
    }
    const filler = app.get(DemoFiller, { strict: false });
    await filler.fill({ ...wanted, report: say });
    return 0;
  } finally {
    await app.close();
  }
}

async function isFilled(database: TenantDatabase): Promise<boolean> {
  const context = { organisationId: DEMO_ORGANISATION_ID, userId: null, roles: [], requestId: randomUUID() };
  return (await database.read(context, 'select 1 from organisations where is_demo')).length > 0;
}

function wholeNumber(
  args: readonly string[],
  name: string,
  { from, to, usual }: { readonly from: number; readonly to: number; readonly usual: number },
): number {
  const text = optionOf(args, name);
  const value = text === undefined ? usual : Number(text);
  if (!Number.isInteger(value) || value < from || value > to)
    throw new ProgramError(`${name} (${text}) must be a whole number from ${from} to ${to}.`);
  return value;
}

/** `up` shows progress itself; alone, this process does. */
function say(text: string): void {
  if (process.connected) tellParent({ kind: 'progress', text });
  else process.stderr.write(`${text}\n`);
}
