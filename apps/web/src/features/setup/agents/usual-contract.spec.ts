import type { SetupAgent, SetupAgents } from '../setup.queries.js';
import { foreignSiteOf, usualContract } from './usual-contract.js';

const team = (id: string, siteId: string) => ({ id, name: id, siteId, archived: false });
const contract = (id: string, archived = false) => ({ id, title: id, archived });
const agent = (teamId: string, contractId: string, leftOn: string | null = null) =>
  ({ id: `${teamId} ${contractId}`, teamId, contractId, leftOn }) as unknown as SetupAgent;

const data: SetupAgents = {
  agents: [
    agent('tokyo-1', 'jp-full'),
    agent('tokyo-1', 'jp-full'),
    agent('tokyo-2', 'jp-part'),
    agent('dublin-1', 'ie-full'),
    agent('dublin-1', 'ie-full'),
    agent('dublin-1', 'ie-part'),
    agent('dublin-1', 'ie-old'),
    agent('cork-1', 'jp-full', '2026-01-01'),
  ],
  teams: [
    ...[team('tokyo-1', 'tokyo'), team('tokyo-2', 'tokyo'), team('tokyo-new', 'tokyo')],
    ...[team('dublin-1', 'dublin'), team('dublin-new', 'dublin'), team('cork-1', 'cork')],
  ],
  contracts: ['jp-full', 'jp-part', 'ie-full', 'ie-part', 'fresh'].map((id) => contract(id)),
  skills: [],
};

describe('the contract first offered to a new agent', () => {
  it.each([
    ['what most of the team have', 'tokyo-2', 'jp-part'],
    ['what most of the site have, for a team without people', 'dublin-new', 'ie-full'],
    ['what nobody elsewhere has, at a site without people', 'cork-1', 'fresh'],
  ])('is %s', (_, teamId, contractId) => expect(usualContract(data, teamId)).toBe(contractId));

  it('is none where nothing speaks for any', () => {
    const contracts = data.contracts.filter(({ id }) => id !== 'fresh');
    expect(usualContract({ ...data, contracts }, 'cork-1')).toBeUndefined();
  });
});

describe('a contract of another site', () => {
  it('is one that nobody of the own site has and somebody elsewhere does', () => {
    expect(foreignSiteOf(data, { teamId: 'dublin-1', contractId: 'jp-full' })).toBe('tokyo');
  });

  it.each([
    ['one that colleagues have', 'dublin-new', 'ie-part'],
    ['one that nobody has yet', 'dublin-1', 'fresh'],
    ['none', 'dublin-1', ''],
  ])('is not %s', (_, teamId, contractId) => expect(foreignSiteOf(data, { teamId, contractId })).toBeNull());
});
