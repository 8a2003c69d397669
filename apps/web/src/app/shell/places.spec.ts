import { SETUP_PARTS } from '../../features/setup/setup.search.js';
import { messages as en } from '../locales/en/palette.js';
import { messages as ja } from '../locales/ja/palette.js';
import type { Viewer } from '../session.js';
import { placesOf } from './places.js';

const viewer = (...permissions: string[]) => ({ permissions }) as unknown as Viewer;
const idsOf = (one: Viewer) => placesOf(one).map(({ id }) => id);

describe('the places of the palette', () => {
  it('are those the user may open', () => {
    expect(idsOf(viewer())).toEqual([]);
    expect(idsOf(viewer('demand.read'))).toEqual(['place-unusual', 'place-days', 'place-accuracy', 'place-longRange']);
    expect(idsOf(viewer('exchange.decide'))).not.toContain('place-policies');
  });

  it('hold every part of set-up', () => {
    const parts = placesOf(viewer('organisation.edit', 'costs.read')).map(
      ({ link }) => 'search' in link && 'part' in link.search && link.search.part,
    );
    expect([...parts].sort()).toEqual([...SETUP_PARTS].sort());
  });

  it('are found by what somebody new would type', () => {
    const words = (id: string) => [en, ja].map(({ palette }) => (palette as Record<string, string>)[`${id}Words`]!);
    expect(words('unusual')).toEqual([expect.stringContaining('outlier'), expect.stringContaining('外れ値')]);
    expect(words('agents')).toEqual([expect.stringContaining('add'), expect.stringContaining('追加')]);
  });
});
