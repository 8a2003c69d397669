import { agentRowFaults, type AgentChoices } from './agent-rows.js';
import type { SetupAgentInput } from './setup-inputs.graphql-types.js';
import type { SetupAgent } from './setup.graphql-types.js';

const choice = (id: string, archived = false) => ({ id, archived }) as never;
const known: SetupAgent = {
  ...{ id: 'ann', version: 3, name: 'Ann', nameReading: '', teamId: 'north', contractId: 'old', skillIds: ['sales'] },
  ...{
    seniority: 'entry',
    hiredOn: '2025-01-01',
    leftOn: null,
    availability: [],
    rotationOffsetWeeks: 0,
    youngUntilOn: null,
  },
};
const choices: AgentChoices = {
  teams: [choice('north')],
  contracts: [choice('full'), choice('old', true)],
  skills: [choice('sales'), choice('help')],
  known: new Map([['ann', known]]),
};
const row = (more: Partial<SetupAgentInput> = {}): SetupAgentInput => ({
  ...{ version: 0, name: 'Ben', nameReading: '', teamId: 'north', contractId: 'full', skillIds: ['sales'] },
  ...{ seniority: 'entry', ...more },
});
const said = (...rows: SetupAgentInput[]) =>
  agentRowFaults(rows, choices).map((fault) => `${fault.row} ${fault.field} ${fault.code}`);

describe('rows of agents', () => {
  it('pass when every cell names something that is there', () => {
    expect(said(row(), row({ name: 'Cho', skillIds: ['help', 'sales'] }))).toEqual([]);
  });

  it('are refused cell by cell, each fault with its row', () => {
    const wrong = row({ name: ' ', teamId: 'south', contractId: 'old', skillIds: ['sales', 'sales'] });
    expect(said(row(), wrong)).toEqual([
      '1 name missing',
      '1 teamId unknown',
      '1 contractId unknown',
      '1 skillIds repeated',
    ]);
    expect(said(row({ seniority: 'chief', hiredOn: '2026-02-01', leftOn: '2026-01-01' }))).toEqual([
      '0 seniority unknown',
      '0 leftOn order',
    ]);
    expect(said(row({ availability: [{ weekday: 8, fromMinute: 0, untilMinute: 60 }] }))).toEqual([
      '0 availability out-of-range',
    ]);
  });

  it('may keep a contract that was put away, and are refused when somebody changed the agent meanwhile', () => {
    const ann = row({ id: 'ann', version: 3, contractId: 'old' });
    expect(said(ann)).toEqual([]);
    expect(said({ ...ann, version: 2 })).toEqual(['0 version changed-meanwhile']);
    expect(said(ann, ann)).toEqual(['1 id repeated']);
  });
});
