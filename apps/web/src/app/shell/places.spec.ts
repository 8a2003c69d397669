import { SETUP_PARTS } from '../../features/setup/setup.search.js';
import { messages as enPages } from '../locales/en/index.js';
import { messages as en } from '../locales/en/palette.js';
import { messages as jaPages } from '../locales/ja/index.js';
import { messages as ja } from '../locales/ja/palette.js';
import type { Viewer } from '../session.js';
import { placesOf } from './places.js';

/** The heading of each part of set-up; those of Demand stand on its view switch. */
const TITLES = {
  ...{ agents: 'setup.agents', teams: 'setup.teams', sites: 'setupPlaces.sitesAndHours', skills: 'setup.skills' },
  ...{ queues: 'setupPlaces.queuesAndGoals', contracts: 'setup.contracts', templates: 'setup.templates' },
  ...{ activities: 'setup.activities', timeOff: 'setupTimeOff.title', rules: 'setup.rules' },
  ...{ teamRules: 'setup.teamRules', law: 'setupLaw.title', lawReport: 'setupLaw.reportTitle' },
  ...{ costs: 'setupCosts.title', users: 'setupPeople.title', connections: 'setupStates.title' },
  ...{ adherence: 'setupAdherence.title', unusual: 'days.unusual' },
};

const viewer = (...permissions: string[]) => ({ permissions }) as unknown as Viewer;
const idsOf = (one: Viewer) => placesOf(one).map(({ id }) => id);

describe('the places of the palette', () => {
  it('are those the user may open', () => {
    expect(idsOf(viewer())).toEqual([]);
    expect(idsOf(viewer('demand.read'))).toEqual(['place-unusual', 'place-days', 'place-accuracy', 'place-longRange']);
    expect(idsOf(viewer('exchange.decide'))).not.toContain('place-policies');
  });

  it('hold every part of set-up', () => {
    const parts = placesOf(viewer('organisation.edit', 'costs.read', 'users.manage')).map(
      ({ link }) => 'search' in link && 'part' in link.search && link.search.part,
    );
    expect([...parts].sort()).toEqual([...SETUP_PARTS].sort());
  });

  it('are found by what somebody new would type', () => {
    const words = (id: string) => [en, ja].map(({ palette }) => (palette as Record<string, string>)[`${id}Words`]!);
    expect(words('unusual')).toEqual([expect.stringContaining('outlier'), expect.stringContaining('外れ値')]);
    expect(words('agents')).toEqual([expect.stringContaining('add'), expect.stringContaining('追加')]);
  });

  it('tell a planner anywhere where breaks, gaps and absences are seen to; on the board its own commands do', () => {
    const planner = viewer('schedule.read', 'schedule.edit', 'organisation.edit');
    const found = (typed: string, { palette }: typeof en | typeof ja, onBoard = false) =>
      placesOf(planner, onBoard)
        .filter(({ words }) => (palette as Record<string, string>)[words.replace('palette.', '')]!.includes(typed))
        .map(({ id }) => id);
    expect(found('break', en)).toEqual(expect.arrayContaining(['place-actBreak', 'place-activities']));
    expect(found('休憩', ja)).toEqual(expect.arrayContaining(['place-actBreak', 'place-activities']));
    expect(found('short', en)).toContain('place-actGap');
    expect(found('人員不足', ja)).toContain('place-actGap');
    expect(found('sick', en)).toEqual(expect.arrayContaining(['place-actAbsence', 'place-timeOff']));
    expect(found('break', en, true)).not.toContain('place-actBreak');
  });

  it.each([
    ['en', en, enPages],
    ['ja', ja, jaPages],
  ])('are called what their pages are called (%s)', (_, { palette }, pages) => {
    const of = (text: string) =>
      text.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], pages);
    for (const [key, title] of Object.entries(TITLES)) expect([key, palette[key as 'law']]).toEqual([key, of(title)]);
  });
});
