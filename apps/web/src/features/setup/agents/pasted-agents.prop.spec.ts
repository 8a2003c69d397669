import fc from 'fast-check';
import type { SetupAgent, SetupAgents } from '../setup.queries.js';
import { AGENT_COLUMNS, HEADERS, lineOf, namesOf } from './agent-columns.js';
import { readAgents } from './pasted-agents.js';
import { readTable, writeCsv } from './table-text.js';

const cell = fc.string({ unit: fc.constantFrom(...'ab,;"\t\n|、・ 花=') });

describe('a table written as CSV', () => {
  it('is read back cell by cell, whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (rows) => {
        // The first line has a comma and no tab, as a header has; a line without any text is no row.
        const table = [['one', 'two', 'three'], ...rows.filter((row) => row.some((each) => each.trim() !== ''))].map(
          (row) => row.map((each) => each.replaceAll('\t', ' ')),
        );
        expect(readTable(writeCsv(table))).toEqual(table);
      }),
    );
  });
});

describe('agents written as CSV', () => {
  it('change nothing when they are read again', () => {
    const name = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `x${text.replace(/\s/g, '_')}`);
    const agents = fc.uniqueArray(fc.record({ name, skills: fc.subarray(['k1', 'k2']), left: fc.boolean() }), {
      maxLength: 12,
      selector: (one) => one.name.normalize('NFKC').toLowerCase(),
    });
    fc.assert(
      fc.property(agents, (drawn) => {
        const data: SetupAgents = {
          agents: drawn.map(({ name: said, skills, left }, i): SetupAgent => ({
            ...{ id: `a${i}`, version: i, name: said, nameReading: '', teamId: 't', contractId: 'c' },
            ...{ skillIds: skills, seniority: 'lead', hiredOn: '2025-04-01', leftOn: left ? '2026-01-31' : null },
            youngUntilOn: null,
          })),
          teams: [{ id: 't', name: 'Team, "one"', siteId: 's', archived: false }],
          contracts: [{ id: 'c', title: 'Full', archived: false }],
          skills: [
            { id: 'k1', name: 'Sales', archived: false },
            { id: 'k2', name: 'A; b', archived: false },
          ],
        };
        const names = namesOf(data);
        const headers = AGENT_COLUMNS.map((column) => HEADERS[column][0]!);
        const file = writeCsv([headers, ...data.agents.map((one) => lineOf(one, names, (id) => id))]);
        const { rows } = readAgents(readTable(file), data);
        expect(rows.map(({ kind, faults }) => [kind, faults])).toEqual(drawn.map(() => ['same', []]));
      }),
    );
  });
});
