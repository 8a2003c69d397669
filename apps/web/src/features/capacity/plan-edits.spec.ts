import { capacityGroup, capacityPlan } from '../../../../../tests/kit/capacity-plans.js';
import { addedClass, opened, readEntries, stepped, typedValue, withClass, withProposal } from './plan-edits.js';
import { csvTable } from './plan-files.js';

const group = capacityGroup('a', 10);
const plan = capacityPlan([group]);

describe('a capacity plan being edited', () => {
  it('goes back and forth, and forgets what was undone once something else is done', () => {
    const second = { ...plan, fullTimeHours: 38 };
    const third = { ...plan, fullTimeHours: 36 };
    let history = stepped(opened(plan), { kind: 'change', plan: second });
    history = stepped(history, { kind: 'undo' });
    expect(history.now).toBe(plan);
    expect(stepped(history, { kind: 'undo' })).toBe(history);
    expect(stepped(history, { kind: 'redo' }).now).toBe(second);
    history = stepped(history, { kind: 'change', plan: third });
    expect(stepped(history, { kind: 'redo' })).toBe(history);
    expect(stepped(history, { kind: 'undo' }).now).toBe(plan);
  });

  it('reads shares as percent, full-width figures and thousands, and counts what it cannot read', () => {
    expect(typedValue('12', 'fraction')).toBeCloseTo(0.12, 12);
    expect(typedValue('12%', 'fraction')).toBeCloseTo(0.12, 12);
    expect(typedValue('１,２００', 'count')).toBe(1200);
    expect(typedValue('many', 'count')).toBeNull();
    const { edits, unreadable } = readEntries(group, [
      { row: 0, column: 2, text: '1,500' },
      { row: 3, column: 2, text: '15' },
      { row: 0, column: 3, text: 'x' },
      { row: 0, column: 4, text: ' ' },
      { row: 20, column: 4, text: '5' }, // a result
    ]);
    expect(edits).toEqual([
      { groupId: 'a', row: 'contacts', week: 2, value: 1500 },
      { groupId: 'a', row: 'inOfficeShrinkage', week: 2, value: 0.15 },
    ]);
    expect(unreadable).toBe(1);
  });

  it('adds, moves and takes out classes within its weeks', () => {
    const one = addedClass(addedClass(plan, group), group);
    expect(one.classes.map(({ id }) => id)).toEqual(['own-1', 'own-2']);
    expect(withClass(one, 'own-2', { week: 99 }).classes[1]).toMatchObject({ week: 9, heads: 1 });
    expect(withClass(one, 'own-1', { week: -3 }).classes[0]!.week).toBe(0);
    expect(withClass(one, 'own-1', { heads: 0 }).classes).toHaveLength(1);
  });

  it('takes a proposal whole or class by class, once however often it is taken', () => {
    const proposal = {
      ...{ id: '019aa800-0000-7000-8000-000000abcdef', keep: true, moves: [] },
      classes: [
        { id: 'p1', groupId: 'a', week: 2, heads: 2 },
        { id: 'p2', groupId: 'a', week: 6, heads: 1 },
      ],
    };
    const own = addedClass(plan, group);
    const taken = withProposal(own, proposal, new Set(['p2']));
    expect(taken.classes.map(({ id }) => id)).toEqual(['own-1', 'p2-abcdef']);
    expect(withProposal(taken, proposal, new Set(['p2'])).classes).toHaveLength(2);
    expect(withProposal(own, { ...proposal, keep: false }, new Set(['p1', 'p2'])).classes).toHaveLength(2);
  });
});

describe('the lines of a CSV', () => {
  it('are cells, with quotes, commas and line breaks inside quotes', () => {
    expect(csvTable('\uFEFFGroup,Row,2027-01-04\r\n"Voice, ""JA""",Contacts,1200\r\n\r\n"two\nlines",,\r\n')).toEqual([
      ['Group', 'Row', '2027-01-04'],
      ['Voice, "JA"', 'Contacts', '1200'],
      ['two\nlines', '', ''],
    ]);
    expect(csvTable('')).toEqual([]);
  });
});
