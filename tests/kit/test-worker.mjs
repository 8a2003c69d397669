// A worker process with jobs for tests, to be killed or frozen from outside. Argument `program`: with the program's jobs too.
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const api = (path) => import(new URL(`../../apps/api/dist/${path}`, import.meta.url).href);
const { WorkerModule } = await api('worker.module.js');
const { QueueWorker } = await api('platform/jobs/queue-worker.js');
const { JobDefinition } = await api('platform/jobs/job-definition.js');
const { readSettings } = await api('config/settings.js');
const { createLogger } = await api('platform/observability/logger.js');
const { FEATURES } = await api('features/index.js');

class SlowJob extends JobDefinition {
  kind = 'test-slow';

  async run(input, run) {
    await run.compute(new URL('./test-job.compute.mjs', import.meta.url), input);
    const organisationId = run.context.organisationId;
    return {
      result: { worker: process.pid },
      apply: (tx) =>
        tx.query('insert into skills (organisation_id, code, name) values ($1, $2, $2)', [
          organisationId,
          `by-${process.pid}`,
        ]),
    };
  }
}
class TestJobs {}
Module({ providers: [SlowJob] })(TestJobs);

const settings = readSettings(process.env);
const app = await NestFactory.createApplicationContext(
  WorkerModule.with({
    settings,
    logger: createLogger(settings, 'test-worker'),
    features: [
      ...(process.argv.includes('program') ? FEATURES : []),
      { name: 'test-jobs', module: TestJobs, entities: [] },
    ],
    processName: 'test-worker',
  }),
  { logger: false, abortOnError: false },
);
await app.get(QueueWorker).start();
process.send({ kind: 'ready' });
process.once('disconnect', () => app.close());
