import { always, capacityGroup, capacityPlan } from '../../../../tests/kit/capacity-plans.js';
import {
  assumptionTable,
  capacityInWords,
  classInWords,
  comparisonInWords,
  evaluateCapacity,
  moveInWords,
  readAssumptionTable,
  resultTable,
  withEdits,
  type TableCell,
} from './index.js';

const plan = capacityPlan([
  capacityGroup('a', 3, { title: { en: 'Voice', ja: '電話' } }),
  capacityGroup('b', 3, { title: { en: 'Chat', ja: 'チャット' } }),
]);

describe('a sheet of assumptions', () => {
  it('read back as written changes nothing, in either language', () => {
    for (const language of ['en', 'ja'] as const)
      expect(readAssumptionTable(plan, assumptionTable(plan, language))).toEqual({ edits: [], faults: [], cells: 66 });
  });

  it('takes what was changed, and names each cell it cannot read', () => {
    const table: TableCell[][] = [
      ['Group', 'Row', '2027/1/4', new Date(Date.UTC(2027, 0, 11)), '2027-03-01', 'soon'],
      ['電話', 'コンタクト数', '1,200', 'many', 5, 5],
      ['b', 'Attrition a week', null, '1.5 %', null, null],
      ['Mail', 'Contacts', 1, 1, 1, 1],
      ['Chat', 'Weather', 1, 1, 1, 1],
      ['Chat', 'Gap FTE', 1, 1, 1, 1],
      [null, null, null, null, null, null],
    ];
    const { edits, faults, cells } = readAssumptionTable(plan, table);
    expect(edits).toEqual([
      { groupId: 'a', row: 'contacts', week: 0, value: 1200 },
      { groupId: 'b', row: 'weeklyAttrition', week: 1, value: 0.015 },
    ]);
    expect(cells).toBe(2);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [1, 5],
      [1, 6],
      [2, 4],
      [4, 1],
      [5, 2],
    ]);
    expect(faults[2]!.message).toEqual({ en: '"many" is no number', ja: '「many」は数値ではありません' });
    const changed = withEdits(plan, edits);
    expect(changed.groups[0]!.contacts).toEqual([1200, 1000, 1000]);
    expect(plan.groups[0]!.contacts).toEqual([1000, 1000, 1000]);
  });

  it('shows results in the same shape', () => {
    const [head, ...lines] = resultTable(plan, 'en');
    expect(head).toEqual(['Group', 'Row', '2027-01-04', '2027-01-11', '2027-01-18']);
    expect(lines.find(([group, row]) => group === 'Chat' && row === 'Required hours')).toEqual([
      ...['Chat', 'Required hours', 125, 125, 125],
    ]);
  });
});

describe('a plan in words', () => {
  const long = capacityPlan([
    capacityGroup('a', 20, { title: { en: 'Voice', ja: '電話' }, contacts: always(1400, 20) }),
    capacityGroup('b', 20, { title: { en: 'Chat', ja: 'チャット' }, heads: 5 }),
  ]);
  const one = { id: 'x', groupId: 'a', week: 4, heads: 2 };
  const filled = { ...long, classes: [one] };

  it('says whom to hire when, and why, by what would be without them', () => {
    expect(classInWords(filled, one, 'en')).toMatch(
      /^Hire 2 for Voice starting 1 Feb 2027\. Otherwise 1\.4 FTE would be missing on average from 15 Feb 2027 to the week of 17 May 2027: [\d,]+ more hours short/,
    );
    expect(classInWords(filled, one, 'ja')).toMatch(
      /^電話で2027年2月1日から2人を採用します。いなければ、2027年2月15日から/,
    );
    const idle = { ...one, groupId: 'b' };
    expect(classInWords({ ...long, classes: [idle] }, idle, 'en')).toContain('no week is less short for it');
  });

  it('sums up and compares in three sentences', () => {
    const sentences = capacityInWords(filled, evaluateCapacity(filled), 'en');
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toMatch(/^Voice is shortest in \w+ 2027: 1\.4 of 4\.4 FTE are missing/);
    expect(sentences[2]).toMatch(/^It hires 2 in 1 class while about 0 leave/);
    const compared = comparisonInWords([long, filled], ['As is', 'Hire two'], 'en');
    expect(compared[0]).toMatch(/^“Hire two” costs ¥[\d,]+ (more|less) than “As is”/);
    expect(comparisonInWords([long, filled], ['今', '採用'], 'ja')).toHaveLength(3);
    const crossTraining = [{ fromId: 'b', toId: 'a', maxHeads: 2, trainingWeeks: 1, speedUp: [], perHead: 1 }];
    const move = { id: 'm', fromId: 'b', toId: 'a', week: 2, heads: 1 };
    expect(moveInWords({ ...long, crossTraining, moves: [move] }, move, 'en')).toMatch(
      /^Train 1 of Chat for Voice from 18 Jan 2027\. Otherwise/,
    );
  });
});
