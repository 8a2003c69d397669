import { officeHistory } from '../../../../../tests/kit/queue-history-builder.js';
import { judgeHistory } from './propose-history-changes.js';

const history = officeHistory();
const { pictureOf } = judgeHistory(history, [], []);

describe('the picture of a stretch', () => {
  it('inside a day is that day from its first to its last open interval', () => {
    const fromAt = Date.UTC(2026, 1, 18, 11);
    const picture = pictureOf({ fromAt, untilAt: fromAt + 3_600_000 });
    expect(picture).toMatchObject({ unit: 'interval', stepMinutes: 60, startAt: Date.UTC(2026, 1, 18, 8) });
    expect([...picture.actual]).toEqual([
      ...history.days.find(({ on }) => on === '2026-02-18')!.contacts.subarray(8, 18),
    ]);
    picture.expected.forEach((value, index) => expect(value / picture.actual[index]!).toBeCloseTo(1, 0));
  });

  it('of whole days is the week before to the week after, closed days empty', () => {
    const fromAt = Date.UTC(2026, 1, 18);
    const picture = pictureOf({ fromAt, untilAt: fromAt + 24 * 3_600_000 });
    expect(picture).toMatchObject({ unit: 'day', stepMinutes: 1440, fromOn: '2026-02-11' });
    expect(picture.actual).toHaveLength(15);
    expect([picture.actual[3], picture.expected[3]]).toEqual([Number.NaN, Number.NaN]); // Saturday the 14th
    expect(picture.expected[7]! / picture.actual[7]!).toBeCloseTo(1, 1);
  });
});
