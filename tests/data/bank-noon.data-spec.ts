import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BANK_FOLDER } from '../kit/anonymous-bank.js';
import { noonRows, noonTable } from '../kit/bank-noon.js';
import { describeWithData } from '../kit/shared-data.js';

describeWithData(BANK_FOLDER, 'January 1999 replayed as days', () => {
  const rows = noonRows();
  const missed = (of: 'morningMissed' | 'noonMissed') => rows.reduce((sum, row) => sum + row[of], 0);

  it('noon says more of the afternoon than the morning did, by a fifth and more over all days', () => {
    expect(rows.length).toBeGreaterThan(8);
    expect(missed('noonMissed')).toBeLessThan(0.8 * missed('morningMissed'));
  });

  it('stands in docs/methods/intraday.md as the program computes it (node tools/bank-noon.mjs writes it anew)', () => {
    const page = readFileSync(resolve(__dirname, '../../docs/methods/intraday.md'), 'utf8');
    const shown = page.split('<!-- noon: begin -->')[1]!.split('<!-- noon: end -->')[0]!.trim().split('\n');
    const cells = (line: string) => line.split('|').map((cell) => cell.trim());
    expect(shown.map(cells).filter((line) => !line[1]!.startsWith('-'))).toEqual(
      noonTable(rows)
        .map(cells)
        .filter((line) => !line[1]!.startsWith('-')),
    );
  });
});
