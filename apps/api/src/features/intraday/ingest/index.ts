export {
  AgentStatesService,
  type AgentStateRow,
  type ChangedDays,
  type CurrentState,
  type StatesWanted,
} from './agent-states.service.js';
export { IngestModule } from './ingest.module.js';

/** Topic of the event bus: states of agents changed. The payload names them, or is null: look again. */
export const AGENT_STATES_TOPIC = 'agent-states';
