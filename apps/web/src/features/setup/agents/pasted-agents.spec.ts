import english from '../../../app/locales/en/setup.json' with { type: 'json' };
import japanese from '../../../app/locales/ja/setup.json' with { type: 'json' };
import type { SetupAgent, SetupAgents } from '../setup.queries.js';
import { AGENT_COLUMNS, HEADERS, lineOf, namesOf, SENIORITIES, SENIORITY_WORDS } from './agent-columns.js';
import { readAgents } from './pasted-agents.js';
import { readTable, writeCsv } from './table-text.js';

const agent = (id: string, name: string, more: Partial<SetupAgent> = {}): SetupAgent => ({
  ...{ id, version: 2, name, nameReading: '', teamId: 'north', contractId: 'full', skillIds: ['sales'] },
  ...{ seniority: 'entry', hiredOn: '2025-04-01', leftOn: null, youngUntilOn: null, ...more },
});
const data: SetupAgents = {
  agents: [agent('a1', 'Ann Lee'), agent('a2', '佐藤 花', { skillIds: ['help', 'sales'], leftOn: '2026-01-31' })],
  teams: [
    { id: 'north', name: 'North', siteId: 's', archived: false },
    { id: 'south', name: 'South', siteId: 's', archived: false },
  ],
  contracts: [
    { id: 'full', title: 'Full time', archived: false },
    { id: 'gone', title: 'Old', archived: true },
  ],
  skills: [
    { id: 'sales', name: 'Sales', archived: false },
    { id: 'help', name: 'Help; all', archived: false },
  ],
};
const read = (text: string) => readAgents(readTable(text), data);
const said = (text: string) =>
  read(text).rows.map(({ line, kind, faults }) =>
    [line, kind, ...faults.map(({ column, code, word }) => `${column} ${code} ${word}`.trim())].join(' '),
  );

describe('a pasted block of agents', () => {
  it('is read by its headers, in either language and any order', () => {
    const english = 'Team\tName\tContract\tSkills\tSeniority\nSouth\tBen\tfull time\tSales\tSenior\n';
    expect(said(english)).toEqual(['2 new']);
    expect(read(english).rows[0]!.input).toMatchObject({
      ...{ id: null, version: 0, name: 'Ben', teamId: 'south', contractId: 'full' },
      ...{ skillIds: ['sales'], seniority: 'senior', hiredOn: null, leftOn: null },
    });
    expect(said('氏名,チーム,契約,入社日\n田中 蓮,South,Full time,2026年4月1日')).toEqual(['2 new']);
  });

  it('says from when a young person is of age', () => {
    expect(read('Name,Team,Contract,Of age from\nBen,South,Full time,2028-04-01').rows[0]!.input).toMatchObject({
      youngUntilOn: '2028-04-01',
    });
    expect(read('Name,Team,Contract\nBen,South,Full time').rows[0]!.input).toMatchObject({ youngUntilOn: null });
  });

  it('is read in the order of the table when it has no headers', () => {
    expect(read('Ben\tベン\tSouth\tFull time\tSales\tlead\t2026/4/1').rows[0]).toMatchObject({
      kind: 'new',
      line: 1,
      input: { nameReading: 'ベン', seniority: 'lead', hiredOn: '2026-04-01' },
    });
  });

  it('names every wrong cell with its line and column, and keeps the rows that are right', () => {
    const text =
      'Name,Team,Contract,Skills,First day\nBen,South,Full time,Sales,2026-04-01\n,West,Old,Tea;Sales,1.4.\nBen,South,Full time,,';
    expect(said(text)).toEqual([
      '2 new',
      '3 faulty name missing team unknown West contract unknown Old skills unknown Tea firstDay date 1.4.',
      '4 faulty name repeated Ben',
    ]);
  });

  it('reads skills as the table and the file write them, and names that hold what stands between names', () => {
    const skills = (cell: string) => read(`Name\tTeam\tContract\tSkills\nBen\tSouth\tFull time\t${cell}`).rows[0]!;
    expect(skills('Help; all, Sales').input.skillIds).toEqual(['help', 'sales']);
    expect(skills('Sales、Help; all').input.skillIds).toEqual(['sales', 'help']);
    expect(skills('Sales; Tea').faults).toEqual([{ column: 'skills', code: 'unknown', word: 'Tea' }]);
  });

  it('changes whom it names, and says when nothing changes', () => {
    expect(said('Name,Team\nAnn Lee,North\nann lee ,South')).toEqual(['2 same', '3 faulty name repeated ann lee']);
    expect(said('Name,Team\nAnn Lee,South')).toEqual(['2 changed']);
    expect(said('id,Name\na1,Ann Li\nzz,Zed')).toEqual(['2 changed', '3 faulty id gone zz team missing']);
  });

  it('knows the headers and words that the file is written with, in both languages', () => {
    for (const texts of [english, japanese]) {
      for (const column of AGENT_COLUMNS) expect(HEADERS[column]).toContain(texts[column].toLowerCase());
      for (const seniority of SENIORITIES) expect(SENIORITY_WORDS[seniority]).toContain(texts[seniority].toLowerCase());
    }
  });

  it('comes back unchanged when it was exported from here', () => {
    const names = namesOf(data);
    const file = writeCsv([AGENT_COLUMNS, ...data.agents.map((one) => lineOf(one, names, (id) => id))]);
    expect(said(file.replace('firstDay', 'First day').replace('lastDay', 'Last day'))).toEqual(['2 same', '3 same']);
  });
});
