import { NewQueueService } from './new-queue.service.js';
import { QueueBeginningRepository } from './queue-beginnings.repository.js';
import { QueueBeginningService } from './queue-beginnings.service.js';
import { YoungQueuesResolver } from './young-queues.resolver.js';

/** What demand gives its module for queues without much of a past. */
export const youngQueuesProviders = [
  QueueBeginningRepository,
  QueueBeginningService,
  NewQueueService,
  YoungQueuesResolver,
];
