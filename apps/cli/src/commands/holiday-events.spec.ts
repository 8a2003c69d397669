import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import { holidayEvents } from './holiday-events.js';

const histories = new Map([['', officeHistory()]]); // 5 January to 29 March 2026

describe('--holidays', () => {
  it('gives the public holidays of the place from the history on and far enough ahead', async () => {
    const events = await holidayEvents('JP', histories);
    expect(events.slice(0, 3)).toEqual([
      { fromOn: '2026-01-12', untilOn: '2026-01-12', kind: 'holiday', title: '成人の日' },
      { fromOn: '2026-02-11', untilOn: '2026-02-11', kind: 'holiday', title: '建国記念の日' },
      { fromOn: '2026-02-23', untilOn: '2026-02-23', kind: 'holiday', title: '天皇誕生日' },
    ]);
    expect(events.at(-1)!.fromOn > '2028-01-01').toBe(true);
  }, 20_000);

  it('is nothing when not asked for, and refuses a place nobody knows', async () => {
    expect(await holidayEvents(undefined, histories)).toEqual([]);
    await expect(holidayEvents('DE-XX', histories)).rejects.toThrow("no holidays are known of 'DE-XX'");
  }, 20_000);
});
