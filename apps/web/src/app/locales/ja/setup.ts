import agentStates from './agent-states.json' with { type: 'json' };
import setup from './setup.json' with { type: 'json' };
import setupAdherence from './setup-adherence.json' with { type: 'json' };
import setupCosts from './setup-costs.json' with { type: 'json' };
import setupLaw from './setup-law.json' with { type: 'json' };
import setupPeople from './setup-people.json' with { type: 'json' };
import setupPlaces from './setup-places.json' with { type: 'json' };
import setupStates from './setup-states.json' with { type: 'json' };
import setupTimeOff from './setup-time-off.json' with { type: 'json' };
import setupRules from './setup-rules.json' with { type: 'json' };

/** What only the set-up pages say. A test keeps all other code from these features. */
export const messages = {
  agentStates,
  setup,
  setupAdherence,
  setupCosts,
  setupLaw,
  setupPeople,
  setupPlaces,
  setupRules,
  setupStates,
  setupTimeOff,
};
