import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { messages as first } from '../locales/en/first.js';
import { messages as firstJapanese } from '../locales/ja/first.js';
import { messages as demand } from '../locales/en/demand.js';
import { messages as demandJapanese } from '../locales/ja/demand.js';
import { messages as setup } from '../locales/en/setup.js';
import { messages as setupJapanese } from '../locales/ja/setup.js';
import { messages as all } from '../locales/en/index.js';

const SOURCE = join(__dirname, '..', '..');
/** Code that runs before a planner's texts are loaded. */
const PHONE = ['ui', 'app', 'features/identity', 'features/exchanges', 'features/rosters/my-week'];
/** Shared by planners' pages alone, or loaded together with its texts. */
const LOADED_LATER = [
  ...['goal-in-words.ts', 'own-law.tsx', 'shell/places.ts', 'shell/palette-dialog.tsx'].map((path) =>
    join('app', path),
  ),
  join('features', 'identity', 'invitation.screen.tsx'),
];

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'locales' ? [] : filesIn(path);
    return /\.tsx?$/.test(name) && !name.includes('.spec.') ? [path] : [];
  });
}

/** Texts of the features that a file asks for, as `feature.key`, of those named. */
function textsAsked(path: string, features: readonly string[]): readonly string[] {
  const asked = new RegExp(`['\`](?:${features.join('|')})\\.[a-z]\\w*`, 'g');
  const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(asked)].map(([text]) => `${path.slice(SOURCE.length)}: ${text}`);
}

describe('the texts a phone loads', () => {
  it('hold every text that the pages of agents and the parts they are made of ask for', () => {
    // The pages of requests load their own besides, before they are shown.
    const own = ['exchangeLoop', 'exchangeDesk', 'bidding'];
    const others = Object.keys(all).filter((feature) => !(feature in first) && !own.includes(feature));
    const files = PHONE.flatMap((folder) => filesIn(join(SOURCE, folder)));
    const missing = files
      .filter((file) => !LOADED_LATER.some((name) => file.endsWith(name)))
      .flatMap((file) => textsAsked(file, others));
    expect(missing).toEqual([]);
  });

  it('are the same features in both languages', () => {
    expect(Object.keys(firstJapanese)).toEqual(Object.keys(first));
  });
});

describe('the texts of Demand', () => {
  it('are asked for by its pages only', () => {
    const elsewhere = filesIn(SOURCE).filter((file) => !file.includes(join('features', 'demand')));
    expect(elsewhere.flatMap((file) => textsAsked(file, Object.keys(demand)))).toEqual([]);
  });

  it('are the same features in both languages', () => {
    expect(Object.keys(demandJapanese)).toEqual(Object.keys(demand));
  });
});

describe('the texts of the set-up pages', () => {
  it('are asked for by these pages only', () => {
    const elsewhere = filesIn(SOURCE).filter((file) => !file.includes(join('features', 'setup')));
    // The words of agents' states are said by the day's pages too, and come with those.
    const own = Object.keys(setup).filter((feature) => feature !== 'agentStates');
    expect(elsewhere.flatMap((file) => textsAsked(file, own))).toEqual([]);
  });

  it('are the same features in both languages', () => {
    expect(Object.keys(setupJapanese)).toEqual(Object.keys(setup));
  });
});
