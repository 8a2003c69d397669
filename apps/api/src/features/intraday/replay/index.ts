export { ReplayModule } from './replay.module.js';
export { ReplayHappened, ReplayQueues, type ReplayedQueue } from './replay.service.js';
