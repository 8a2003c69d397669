import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** Counts and times for Prometheus, without a person's or an organisation's name in any label. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly operationSeconds = new Histogram({
    name: 'yotei_graphql_operation_seconds',
    help: 'Time to answer a GraphQL operation',
    labelNames: ['operation', 'type', 'outcome'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  readonly jobSeconds = new Histogram({
    name: 'yotei_job_seconds',
    help: 'Time of a job attempt',
    labelNames: ['kind', 'outcome'] as const,
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3_600],
    registers: [this.registry],
  });
  readonly agentStates = new Counter({
    name: 'yotei_agent_states_total',
    help: 'Events of agent states taken in',
    registers: [this.registry],
  });
  readonly unexpectedErrors = new Counter({
    name: 'yotei_unexpected_errors_total',
    help: 'Errors answered with a correlation id',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
