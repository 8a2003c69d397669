export {
  AgentStatesService,
  type AgentStateRow,
  type ChangedDays,
  type CurrentState,
  type StatesWanted,
} from './agent-states.service.js';
export { AGENT_STATES_TOPIC, INTERVAL_ACTUALS_TOPIC, type AgentStatesChanged } from './agent-state-news.js';
export { IngestModule } from './ingest.module.js';
