import { workerData, type MessagePort } from 'node:worker_threads';
import { assistOverPorts, type AssistInput } from '@yotei/scheduling/optimiser';
import { WORKER_THREADS } from './roster-team.js';

assistOverPorts(workerData as AssistInput<MessagePort>, {
  receive: WORKER_THREADS.receive,
  nowMillis: () => performance.now(),
});
