import { boardFixture } from '../../../../../../tests/kit/board-fixture.js';
import { entryWords } from '../board/entry-shift.js';
import { readEntry } from '../board/typed-entry.js';
import { calendarOf } from './calendar-file.js';
import { csvOf, weekLines } from './week-table.js';

const model = boardFixture({ agentCount: 2 });

describe('a week that goes out', () => {
  it('has a line an agent with a text a day that the board can read back', () => {
    const [line] = weekLines(model, [0], [{ id: model.agents[0]!.teamId, name: 'Red' }]);
    expect(line!.team).toBe('Red');
    expect(line!.days).toHaveLength(7);
    expect(line!.days.filter((text) => text !== '')).toHaveLength(model.shifts[0]!.length);
    const words = entryWords(model, []);
    for (const text of line!.days.filter((one) => one !== '')) expect(readEntry(text, words).kind).toBe('shift');
  });

  it('quotes what a comma-separated file must quote, and never writes a formula', () => {
    expect(csvOf([['a,b', 'say "so"', '=1+1', 2]])).toBe('\uFEFF"a,b","say ""so""",\'=1+1,2\r\n');
  });

  it('is a calendar whose lines are at most 75 octets, also in Japanese', () => {
    const text = calendarOf(model, {
      agents: [0],
      at: Date.parse('2026-11-22T10:00:00Z'),
      summaryOf: () => `勤務;${'山田太郎、'.repeat(12)}`,
    });
    const lines = text.split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(model.shifts[0]!.length);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const start = new Date(model.startAt + model.shifts[0]![0]!.start * 60_000).toISOString().slice(0, 16);
    expect(text).toContain(`DTSTART:${start.replace(/[-:]/g, '')}00Z`);
    // Folding is undone by taking out line breaks followed by a space.
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:勤務\\;${'山田太郎、'.repeat(12)}`);
  });
});
