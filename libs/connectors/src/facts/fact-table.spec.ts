import { previewFactTable, readFactTable, type FactTableOptions } from './fact-table.js';

const OPTIONS: FactTableOptions = {
  dateColumn: 'Day',
  firstOn: null,
  dateOrder: 'ymd',
  placeColumn: null,
  columns: [
    { column: 'Calls', name: 'offered', weightColumn: null },
    { column: 'Rate', name: 'rate', weightColumn: 'Calls' },
    { column: 'Speed', name: 'speed', weightColumn: 'Calls' },
  ],
};

describe('a table of facts', () => {
  it('is read cell by cell: numbers, shares and times, means times their weight', async () => {
    const read = await readFactTable('Day,Calls,Rate,Speed\r\n2026-11-04,"1,200",94.01%,0:00:17\r\n', OPTIONS);
    expect(read).toMatchObject({ kind: 'table', readCount: 1, rejects: [] });
    const facts = read.kind === 'table' ? read.facts : [];
    expect(facts.map(({ name, on, value, weight }) => [name, on, value, weight])).toEqual([
      ['offered', '2026-11-04', 1200, null],
      ['rate', '2026-11-04', 0.9401 * 1200, 1200],
      ['speed', '2026-11-04', 17 * 1200, 1200],
    ]);
  });

  it('leaves a row with a wrong cell out as a whole and names column and reason; an empty cell tells nothing', async () => {
    const text = 'Day,Calls,Rate,Speed\n2026-11-04,12,many,\n2026-13-04,1,,\n2026-11-05,-1,,\n2026/11/6,7,,\n"x';
    const read = await readFactTable(text, OPTIONS);
    expect(read).toMatchObject({
      readCount: 5,
      facts: [{ record: 5, name: 'offered', on: '2026-11-06', value: 7 }],
      rejects: [
        { record: 2, column: 'Rate', code: 'not-a-number', raw: 'many' },
        { record: 3, column: 'Day', code: 'not-a-date', raw: '2026-13-04' },
        { record: 4, column: 'Calls', code: 'negative-number', raw: '-1' },
        { record: 6, code: 'broken-row' },
      ],
    });
  });

  it('counts days from a first one where there are no dates, and names the place of a row', async () => {
    const options = { ...OPTIONS, firstOn: '2026-03-01', placeColumn: 'Queue', columns: OPTIONS.columns.slice(0, 1) };
    const read = await readFactTable('Day,Queue,Calls\n1,Voice,5\n32,Chat,6\n0x,Chat,7\n3,,8', options);
    expect(read).toMatchObject({
      facts: [
        { on: '2026-03-01', place: 'Voice', value: 5 },
        { on: '2026-04-01', place: 'Chat', value: 6 },
      ],
      rejects: [{ code: 'not-a-date' }, { column: 'Queue', code: 'missing-value' }],
    });
  });

  it('says which column is not there, and shows header and first rows to choose from', async () => {
    expect(await readFactTable('Tag;Anrufe\n1;2', OPTIONS)).toEqual({
      ...{ kind: 'no-column', column: 'Day' },
      header: ['Tag', 'Anrufe'],
    });
    expect(await previewFactTable('a;b\n1;2\n3;4\n5;6', 2)).toEqual({
      header: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
    });
  });
});
