import { previewSource } from './index.js';

describe('preview of a file', () => {
  it('recognises a bank’s interval counts and their five minutes', () => {
    const preview = previewSource('local_time,calls\n2003-03-03 07:00,111\n2003-03-03 07:05,113\n2003-03-03 07:1');
    expect(preview).toMatchObject({
      sourceId: 'interval-csv',
      delimiter: ',',
      columnMap: { start: 'local_time', offered: 'calls' },
      intervalMinutes: 5,
      sampleRows: [
        ['2003-03-03 07:00', '111'],
        ['2003-03-03 07:05', '113'],
      ],
      problems: [],
    });
  });

  it('recognises single contacts, a semicolon and a byte order mark', () => {
    const preview = previewSource('\uFEFFCreated at;Queue;"Answered; at"\r\n2026-11-04T09:00:00Z;ja;\r\n');
    expect(preview).toMatchObject({
      sourceId: 'contact-csv',
      delimiter: ';',
      columnMap: { arrived_at: 'Created at', queue: 'Queue' },
    });
    expect(preview.header).toEqual(['Created at', 'Queue', 'Answered; at']);
  });

  it.each([
    ['handle_seconds', 'handle_seconds'],
    ['AHT', 'handle_seconds'],
    ['Average handle time', 'handle_seconds'],
    ['平均処理時間', 'handle_seconds'],
    ['total_handle_seconds', 'total_handle_seconds'],
    ['Total handle time', 'total_handle_seconds'],
    ['処理時間合計', 'total_handle_seconds'],
  ])('takes %s of an interval file for %s, which is the mean unless it says total', (column, field) => {
    const { columnMap } = previewSource(`start,contacts,${column}\n2026-11-04 09:00,3,200\n`);
    expect(columnMap).toEqual({ start: 'start', offered: 'contacts', [field]: column });
  });

  it('recognises Japanese headers', () => {
    expect(previewSource('日時,キュー,入電数\n2026/11/04 09:00,電話,3\n').columnMap).toEqual({
      start: '日時',
      queue: 'キュー',
      offered: '入電数',
    });
  });

  it('says what is missing in place of guessing', () => {
    const preview = previewSource('a,b\n1,2\n');
    expect(preview.problems).toEqual(expect.arrayContaining([expect.stringContaining('no column was recognised')]));
    expect(previewSource('').problems[0]).toBe('the file is empty');
  });
});
