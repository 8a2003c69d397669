import type { Viewer } from '../session.js';
import { navigationOf, phoneTabs } from './navigation.js';

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
