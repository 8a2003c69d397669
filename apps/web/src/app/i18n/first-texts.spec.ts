import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { messages as first } from '../locales/en/first.js';
import { messages as firstJapanese } from '../locales/ja/first.js';
import { messages as all } from '../locales/en/index.js';

const SOURCE = join(__dirname, '..', '..');
/** Code that runs before a planner's texts are loaded. */
const PHONE = ['ui', 'app', 'features/identity', 'features/exchanges', 'features/rosters/my-week'];

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'locales' ? [] : filesIn(path);
    return /\.tsx?$/.test(name) && !name.includes('.spec.') ? [path] : [];
  });
}

describe('the texts a phone loads', () => {
  it('hold every text that the pages of agents and the parts they are made of ask for', () => {
    const features = Object.keys(all).join('|');
    const asked = new RegExp(`['\`](${features})\\.[a-z]\\w*`, 'g');
    const missing = PHONE.flatMap((folder) => filesIn(join(SOURCE, folder))).flatMap((file) =>
      [
        ...readFileSync(file, 'utf8')
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .matchAll(asked),
      ]
        .filter(([, feature]) => !(feature! in first))
        .map(([text]) => `${file.slice(SOURCE.length)}: ${text}`),
    );
    expect(missing).toEqual([]);
  });

  it('are the same features in both languages', () => {
    expect(Object.keys(firstJapanese)).toEqual(Object.keys(first));
  });
});
