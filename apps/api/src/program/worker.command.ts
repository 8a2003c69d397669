import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Settings } from '../config/settings.js';
import { FEATURES } from '../features/index.js';
import { QueueWorker } from '../platform/jobs/queue-worker.js';
import { createLogger, NestLogger } from '../platform/observability/logger.js';
import { WorkerModule } from '../worker.module.js';
import { refuseOldTables, refuseUnsafeRole } from './check-database.js';
import { tellParent, untilStopped } from './lifetime.js';

export async function worker(settings: Settings): Promise<number> {
  const stopped = untilStopped();
  await refuseUnsafeRole(settings);
  await refuseOldTables(settings);
  const logger = createLogger(settings, 'worker');
  const app = await NestFactory.createApplicationContext(
    WorkerModule.with({ settings, logger, features: FEATURES, processName: 'worker' }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  await app.get(QueueWorker).start();
  logger.info('worker takes jobs');
  tellParent({ kind: 'ready' });
  await stopped;
  await app.close();
  return 0;
}
