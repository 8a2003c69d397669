import { inflateSync } from 'node:zlib';
import { reportBlock, type ReportContent } from '../content/report-content.js';
import { same } from '../content/report-texts.js';
import { reportPdf } from './report-pdf.js';

const CONTENT: ReportContent = {
  title: { en: 'Board meeting', ja: '経営会議' },
  period: { en: '9–15 Nov 2026', ja: '2026年11月9日〜15日' },
  fromOn: '2026-11-09',
  days: 7,
  blocks: [
    reportBlock({
      id: 'sl',
      title: { en: 'Service level', ja: 'サービスレベル' },
      width: 1,
      figure: {
        ...{ value: 0.82, text: same('82%'), why: null, target: same('80%'), met: true, before: same('79%') },
        change: same('+3%'),
      },
    }),
    reportBlock({
      id: 'line',
      title: { en: 'Contacts', ja: '受付数' },
      width: 3,
      chart: {
        labels: ['Mon', 'Tue', 'Wed', 'Thu'].map(same),
        unit: 'contacts',
        lines: [{ title: same('Contacts'), values: [120, null, 90, 100] }],
        target: null,
      },
    }),
    reportBlock({
      id: 'queues',
      title: { en: 'By queue', ja: 'キュー別' },
      width: 4,
      table: {
        head: { en: 'Queue', ja: 'キュー' },
        columns: [{ en: 'Value', ja: '値' }],
        rows: Array.from({ length: 80 }, (_, i) => ({
          title: { en: `Queue ${i}`, ja: `キュー${i}` },
          path: null,
          cells: [{ text: same(`${i}`), value: i }],
        })),
      },
    }),
    reportBlock({
      id: 'note',
      title: same(''),
      width: 2,
      paragraphs: [{ text: { en: 'All went well.', ja: '順調でした。' }, path: null }],
    }),
  ],
};

const OF = { writtenAt: new Date('2026-11-16T00:00:00Z'), foot: 'Yotei' };

/** What a PDF says of itself, its packed streams opened. */
function textOf(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return raw + streams.join('\n');
}

describe('a report as PDF', () => {
  it('runs over as many pages as its table needs, with fonts inside and the language said', async () => {
    const pdf = await reportPdf(CONTENT, { ...OF, language: 'ja' });
    const text = textOf(pdf);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(text.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(1); // 80 rows of about 15 points on pages of 740
    expect(text).toContain('/Lang (ja)');
    expect(text.match(/\/FontFile2/g)!.length).toBeGreaterThanOrEqual(2); // regular and bold, letters used only
    expect(pdf.length).toBeLessThan(120_000);
  });

  it('can be read by programs: each letter drawn is told as the character it is', async () => {
    const text = textOf(await reportPdf(CONTENT, { ...OF, language: 'ja' }));
    for (const letter of '経営会議') expect(text).toContain(letter.codePointAt(0)!.toString(16).padStart(4, '0'));
  });

  it('draws rare letters of names, from whichever file of the font holds them', async () => {
    const names = { en: '髙橋 﨑山 渡邉 濵田 𠮷野', ja: '髙橋 﨑山 渡邉 濵田 𠮷野' };
    const text = textOf(await reportPdf({ ...CONTENT, title: names }, { ...OF, language: 'ja' }));
    // A box has no character of its own; 𠮷 lies beyond 16 bits and is told as two halves.
    for (const letter of '髙﨑邉濵') expect(text).toContain(letter.codePointAt(0)!.toString(16).padStart(4, '0'));
    expect(text).toContain('d842 dfb7');
  });

  it('is the same twice', async () => {
    const [one, two] = [
      await reportPdf(CONTENT, { ...OF, language: 'en' }),
      await reportPdf(CONTENT, { ...OF, language: 'en' }),
    ];
    expect(one.equals(two)).toBe(true);
  });
});
