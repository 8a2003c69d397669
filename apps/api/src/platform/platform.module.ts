import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { databaseUrl, SETTINGS, type Settings } from '../config/settings.js';
import { Clock, RandomSource } from './clock/clock.js';
import { createDataSource } from './database/data-source.js';
import { TenantDatabase } from './database/tenant-database.js';
import { EventBus } from './events/event-bus.js';
import type { Feature } from './feature.js';
import { SocketRoutes } from './http/socket-routes.js';
import { TaskQueue } from './jobs/background-task.js';
import { JobQueue } from './jobs/job-queue.js';
import { JobStore } from './jobs/job-store.js';
import { JobEntity } from './jobs/job.entity.js';
import { LOGGER, type Logger } from './observability/logger.js';
import { Metrics } from './observability/metrics.js';
import { RateLimiter } from './rate-limit/rate-limiter.js';

export interface PlatformOptions {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly features: readonly Feature[];
  readonly processName: string;
}

/** What every process of the program has: settings, clock, database, events, the door to the job queue. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static with({ settings, logger, features, processName }: PlatformOptions): DynamicModule {
    const dataSource = {
      provide: DataSource,
      useFactory: () =>
        createDataSource({
          url: databaseUrl(settings),
          entities: [JobEntity, ...features.flatMap(({ entities }) => entities)],
          poolSize: settings.DATABASE_POOL_SIZE,
          applicationName: `yotei-${processName}`,
          onPoolError: (error) => logger.warn({ reason: error.message }, 'an idle database connection was lost'),
        }).initialize(),
    };
    const shared = [
      Clock,
      RandomSource,
      Metrics,
      TenantDatabase,
      EventBus,
      JobStore,
      JobQueue,
      TaskQueue,
      RateLimiter,
      SocketRoutes,
    ];
    return {
      module: PlatformModule,
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: LOGGER, useValue: logger },
        dataSource,
        ...shared,
      ],
      exports: [SETTINGS, LOGGER, DataSource, ...shared],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
