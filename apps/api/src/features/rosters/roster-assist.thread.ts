import { workerData } from 'node:worker_threads';
import { assistRoster, hasLeft, leaveTeam } from '@yotei/scheduling/optimiser';
import { teamOverPorts, type AssistInput } from './roster-team.js';

const input = workerData as AssistInput;
try {
  assistRoster(input.problem, {
    ...input.settings,
    team: teamOverPorts(input),
    nowMillis: () => performance.now(),
    isCancelled: () => hasLeft(input.memory),
  });
} catch (error) {
  leaveTeam(input.memory);
  throw error;
}
