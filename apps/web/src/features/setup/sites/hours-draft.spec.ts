import { activate } from '../../../app/i18n/language.js';
import { messages } from '../../../app/locales/en/index.js';
import { areSound, spansOf, USUAL_WEEK, weekInWords, withOneMore, withSpans } from './hours-draft.js';

beforeAll(() => activate('en', messages));

describe('the opening hours of a site while they are edited', () => {
  it('are said with days that are alike together', () => {
    const saturday = withSpans(USUAL_WEEK, 6, [{ fromMinute: 600, untilMinute: 1440 }]);
    expect(weekInWords(saturday)).toBe('Mon–Fri 09:00–18:00 · Sat 10:00–24:00 · Sun closed');
  });

  it('change one day and leave the others', () => {
    const changed = withSpans(USUAL_WEEK, 3, []);
    expect(spansOf(changed, 3)).toEqual([]);
    expect(spansOf(changed, 4)).toEqual(spansOf(USUAL_WEEK, 4));
    expect(changed).toHaveLength(7);
  });

  it('get another opening after the last, and never past midnight', () => {
    expect(withOneMore([])).toHaveLength(1);
    expect(withOneMore([{ fromMinute: 540, untilMinute: 720 }])[1]).toEqual({ fromMinute: 780, untilMinute: 1020 });
    const late = withOneMore([{ fromMinute: 540, untilMinute: 1320 }])[1]!;
    expect(late).toEqual({ fromMinute: 1380, untilMinute: 1440 });
  });

  it('are refused when they end before they start or overlap', () => {
    expect(areSound([{ fromMinute: 600, untilMinute: 540 }])).toBe(false);
    expect(
      areSound([
        { fromMinute: 540, untilMinute: 720 },
        { fromMinute: 700, untilMinute: 800 },
      ]),
    ).toBe(false);
    expect(
      areSound([
        { fromMinute: 540, untilMinute: 720 },
        { fromMinute: 720, untilMinute: 800 },
      ]),
    ).toBe(true);
  });
});
