import { placeInFiles } from './roster-places.js';

const files = {
  agents: 'agents.json',
  rules: 'rules.json',
  requirement: 'load.csv',
  history: 'past.csv',
  resume: 'old.json',
};

describe('placeInFiles', () => {
  it.each([
    ['agents[3].contractId', 'agents.json', 'agents[3].contract'],
    ['templates[0].earliestStartMinute', 'agents.json', 'templates[0].earliestStart'],
    ['rules[2].parameters.restMinutes', 'rules.json', 'rules[2].parameters.restMinutes'],
    ['weights.underStaffing', 'rules.json', 'weights.underStaffing'],
    ['teamRules[0].who.teamIds', 'rules.json', 'teamRules[0].who.teams'],
    ['slotMinutes', 'rules.json', 'slotMinutes'],
    ['demand[1].skillId', 'load.csv', undefined],
    ['demand[1].weights.underStaffing', 'agents.json', 'queues[1].weights.underStaffing'],
    ['preferences[0].templateId', 'agents.json', 'preferences[0].template'],
    ['history[4].agentId', 'past.csv', undefined],
    ['fixedShifts[0]', 'old.json', undefined],
  ])('%s is in %s at %s', (path, file, field) => {
    expect(placeInFiles(path, files)).toEqual({ file, field });
  });

  it('names the agents file where a part came with none of its own', () => {
    expect(placeInFiles('demand[0]', { agents: 'a.json', rules: 'r.json' }).file).toBe('a.json');
  });
});
