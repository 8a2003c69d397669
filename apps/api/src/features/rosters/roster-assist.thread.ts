import { receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import { assistOverPorts, type AssistInput } from '@yotei/scheduling/optimiser';

assistOverPorts(workerData as AssistInput<MessagePort>, {
  receive: (port) => receiveMessageOnPort(port) as { message: unknown } | undefined,
  nowMillis: () => performance.now(),
});
