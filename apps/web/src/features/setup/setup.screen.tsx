import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, type ComponentType } from 'react';
import { t, type MessageId } from '../../app/i18n/t.js';
import { can, isManagerOnly, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { SkeletonRows } from '../../ui/states.js';
import { partOf, partsFor, type SetupPart } from './setup.search.js';
import './setup.css';

const PAGES: Readonly<Record<SetupPart, { readonly title: MessageId; readonly page: ComponentType }>> = {
  agents: {
    title: 'setup.agents',
    page: lazy(() => import('./agents/agents-page.js').then((m) => ({ default: m.AgentsPage }))),
  },
  teams: {
    title: 'setup.teams',
    page: lazy(() => import('./lists/teams-page.js').then((m) => ({ default: m.TeamsPage }))),
  },
  sites: {
    title: 'setupPlaces.sitesAndHours',
    page: lazy(() => import('./sites/sites-page.js').then((m) => ({ default: m.SitesPage }))),
  },
  skills: {
    title: 'setup.skills',
    page: lazy(() => import('./lists/skills-page.js').then((m) => ({ default: m.SkillsPage }))),
  },
  queues: {
    title: 'setupPlaces.queuesAndGoals',
    page: lazy(() => import('./queues/queues-page.js').then((m) => ({ default: m.QueuesPage }))),
  },
  contracts: {
    title: 'setup.contracts',
    page: lazy(() => import('./contracts/contracts-page.js').then((m) => ({ default: m.ContractsPage }))),
  },
  templates: {
    title: 'setup.templates',
    page: lazy(() => import('./templates/templates-page.js').then((m) => ({ default: m.TemplatesPage }))),
  },
  activities: {
    title: 'setup.activities',
    page: lazy(() => import('./lists/activities-page.js').then((m) => ({ default: m.ActivitiesPage }))),
  },
  'time-off': {
    title: 'setupTimeOff.title',
    page: lazy(() => import('./time-off/time-off-page.js').then((m) => ({ default: m.TimeOffPage }))),
  },
  rules: {
    title: 'setup.rules',
    page: lazy(() => import('./rules/rules-page.js').then((m) => ({ default: m.RulesPage }))),
  },
  'team-rules': {
    title: 'setup.teamRules',
    page: lazy(() => import('./rules/team-rules-page.js').then((m) => ({ default: m.TeamRulesPage }))),
  },
  law: {
    title: 'setupLaw.title',
    page: lazy(() => import('./law/law-page.js').then((m) => ({ default: m.LawPage }))),
  },
  'law-report': {
    title: 'setupLaw.reportTitle',
    page: lazy(() => import('./law/law-report-page.js').then((m) => ({ default: m.LawReportPage }))),
  },
  costs: {
    title: 'setupCosts.title',
    page: lazy(() => import('./costs/costs-page.js').then((m) => ({ default: m.CostsPage }))),
  },
  users: {
    title: 'setupPeople.title',
    page: lazy(() => import('./users/users-page.js').then((m) => ({ default: m.UsersPage }))),
  },
  connections: {
    title: 'setupStates.title',
    page: lazy(() => import('./connections/connections-page.js').then((m) => ({ default: m.ConnectionsPage }))),
  },
  adherence: {
    title: 'setupAdherence.title',
    page: lazy(() => import('./adherence/adherence-page.js').then((m) => ({ default: m.AdherencePage }))),
  },
};

/** What is set up on pages that have their own place in the loop. */
const ELSEWHERE = [
  { to: '/demand/days', text: 'setup.toCalendars' },
  { to: '/roster/weights', text: 'setup.toWeights' },
] as const;

/** On a phone the list of pages is one line that scrolls. */
function intoView(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
}

/** All a planner owns, one page a kind; each page is loaded when it is opened. */
export function SetupScreen() {
  const viewer = useViewer();
  const parts = partsFor({ mayPlan: !isManagerOnly(viewer), mayManagePeople: can(viewer, 'users.manage') });
  const asked = partOf(useSearch({ from: '/signed-in/setup' }).part);
  const part = parts.includes(asked) ? asked : parts[0]!;
  const { title, page: Part } = PAGES[part];
  return (
    <Page title={t('app.setup')} layout="fill">
      <div className="su-page">
        <nav className="su-parts" aria-label={t('setup.parts')}>
          {parts.map((one) => (
            <Link
              key={one}
              ref={one === part ? intoView : undefined}
              to="/setup"
              search={{ part: one }}
              aria-current={one === part ? 'page' : undefined}
            >
              {t(PAGES[one].title)}
            </Link>
          ))}
          {parts.length > 1 ? <span className="su-elsewhere">{t('setup.elsewhere')}</span> : null}
          {(parts.length > 1 ? ELSEWHERE : []).map(({ to, text }) => (
            <Link key={to} to={to}>
              {t(text)}
            </Link>
          ))}
        </nav>
        <section className="su-part" aria-labelledby="setup-part">
          <h2 id="setup-part">{t(title)}</h2>
          <Suspense fallback={<SkeletonRows rows={8} height={28} />}>
            <Part key={part} />
          </Suspense>
        </section>
      </div>
    </Page>
  );
}
