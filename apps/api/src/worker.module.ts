import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TaskRegistry } from './platform/jobs/background-task.js';
import { JobRegistry } from './platform/jobs/job-registry.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import { QueueWorker } from './platform/jobs/queue-worker.js';
import { TaskRunner } from './platform/jobs/task-runner.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';

/** The process that computes: features for their services and jobs, no server. Call `QueueWorker.start()` to take work. */
@Module({})
export class WorkerModule {
  static with(options: PlatformOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.with(options), DiscoveryModule, ...options.features.map(({ module }) => module)],
      providers: [JobRegistry, JobRunner, QueueWorker, TaskRegistry, TaskRunner],
    };
  }
}
