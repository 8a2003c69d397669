import { isFreeName, MeasureSet, STANDARD_DEFINITIONS, type FactSums, type MeasureDefinition } from './index.js';

const own = (name: string, formula: string): MeasureDefinition => ({ id: `own-${name}`, name, formula });
const FACTS: FactSums = new Map([
  ['offered', { sum: 100, lacking: 0 }],
  ['answered', { sum: 80, lacking: 0 }],
  ['abandoned', { sum: 20, lacking: 0 }],
  ['complaints', { sum: 4, lacking: 0 }],
]);
const setOf = (...measures: MeasureDefinition[]) =>
  new MeasureSet([...STANDARD_DEFINITIONS, ...measures], [{ name: 'complaints', unit: 'contacts' }]);
const outcome = (set: MeasureSet, name: string) => set.evaluator(FACTS, 3600)(set.find(name)!);

describe('measures of one’s own', () => {
  it('use facts of imports and other measures by name, with their units', () => {
    const set = setOf(own('complaintRate', 'complaints / answered'), own('both', 'complaintRate + answerRate'));
    expect(outcome(set, 'both')).toEqual({ kind: 'value', value: 0.05 + 0.8, unit: 'fraction' });
    expect(set.factsOf(set.find('both')!)).toEqual(['complaints', 'answered', 'offered']);
    expect(set.usesOf(set.find('both')!)).toEqual(['complaintRate', 'answerRate']);
  });

  it('are refused where times and contacts are added, with the place, also through another measure', () => {
    const set = setOf(own('hours', 'totalHandleSeconds'), own('mixed', 'offered + hours'));
    expect(set.faultOf(own('x', 'offered + totalHandleSeconds'))).toMatchObject({ code: 'mixed-kinds', position: 10 });
    expect(set.faultOf(set.find('mixed')!)).toMatchObject({ code: 'mixed-kinds', position: 10 });
  });

  it('that lead back to themselves are named with their way, and so is what stands on them', () => {
    const set = setOf(
      own('a', 'b + 1'),
      own('b', 'c + 1'),
      own('c', 'a + 1'),
      own('onTop', 'a'),
      own('fine', 'offered'),
    );
    expect(outcome(set, 'a')).toEqual({ kind: 'cycle', names: ['a', 'b', 'c', 'a'] });
    expect(outcome(set, 'b')).toMatchObject({ kind: 'cycle' });
    expect(outcome(set, 'onTop')).toMatchObject({ kind: 'cycle' });
    expect(outcome(set, 'fine')).toMatchObject({ value: 100 });
    const self = setOf(own('self', 'self * 2'));
    expect(outcome(self, 'self')).toEqual({ kind: 'cycle', names: ['self', 'self'] });
  });

  it('of measures of measures are each computed once: forty doublings are forty sums', () => {
    const doubled = Array.from({ length: 40 }, (_, i) => own(`d${i + 1}`, i === 0 ? 'offered' : `d${i} + d${i}`));
    expect(outcome(setOf(...doubled), 'd40')).toMatchObject({ value: 100 * 2 ** 39 });
  });

  it('may not take the name of a fact or a function', () => {
    expect(isFreeName('complaints')).toBe(true);
    expect(isFreeName('苦情率')).toBe(true);
    for (const name of ['offered', 'agents', 'with space', '1st', '', '__proto__', 'a'.repeat(41), 'x-y'])
      expect(isFreeName(name)).toBe(false);
  });
});
