import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Folder of the shared data: `YOTEI_DATA`, or `../shared/data` beside the repository. */
export const SHARED_DATA = process.env['YOTEI_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data');

/**
 * `describe` for tests that need a folder of the shared data. Where it is missing they fail under `CI=true` and are
 * left out elsewhere, which is said aloud.
 */
export function describeWithData(folder: string, title: string, tests: () => void): void {
  if (existsSync(resolve(SHARED_DATA, folder))) {
    describe(title, tests);
    return;
  }
  describe(title, () => {
    it(`needs ${folder}`, () => {
      const message = `${folder} is not in ${SHARED_DATA}; set YOTEI_DATA to the folder that holds it`;
      if (process.env['CI'] === 'true') throw new Error(message);
      console.warn(`left out: ${message}`);
    });
  });
}

/** Rows of a CSV file of the shared data, as text by column name. */
export function sharedRows(path: string): Record<string, string>[] {
  return parse(readFileSync(resolve(SHARED_DATA, path)), { columns: true, bom: true });
}
