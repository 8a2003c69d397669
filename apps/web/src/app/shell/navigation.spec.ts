import type { Viewer } from '../session.js';
import { navigationOf, phoneTabs, placesOf } from './navigation.js';

const viewer = (roles: readonly string[], agent: object | null = null) =>
  ({ roles, agent, permissions: ['scenarios.read'] }) as unknown as Viewer;
const tabsOf = (one: Viewer) => [...phoneTabs(navigationOf(one))];

describe('the tabs of a phone', () => {
  it('are all pages of an agent', () => {
    const agent = viewer(['AGENT'], {});
    expect(tabsOf(agent)).toEqual(navigationOf(agent).map(({ to }) => to));
  });

  it('are the four pages a planner opens every day', () => {
    expect(tabsOf(viewer(['PLANNER']))).toEqual(['/', '/roster', '/live', '/requests']);
  });

  it('are what a manager opens most', () => {
    expect(tabsOf(viewer(['MANAGER']))).toEqual(['/', '/scenarios', '/measures', '/reports']);
  });
});

describe('adherence over time', () => {
  const paths = (pages: ReturnType<typeof placesOf>) => pages.map(({ to }) => to);

  it('is a page of its own for managers, who look at no live board', () => {
    expect(paths(navigationOf(viewer(['MANAGER'])))).toContain('/live/history');
    expect(paths(navigationOf(viewer(['MANAGER'])))).not.toContain('/live');
  });

  it('opens from the live board, or by name, for those who lead the day; agents have their own figures', () => {
    expect(paths(navigationOf(viewer(['SUPERVISOR'])))).not.toContain('/live/history');
    expect(paths(placesOf(viewer(['SUPERVISOR'])))).toContain('/live/history');
    expect(paths(placesOf(viewer(['AGENT'], {})))).not.toContain('/live/history');
  });
});
