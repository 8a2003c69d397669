import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Link,
  Outlet,
  redirect,
  useNavigate,
  type ErrorComponentProps,
  type RouterHistory,
} from '@tanstack/react-router';
import { capacitySearch } from '../features/capacity/capacity.search.js';
import { accuracySearch } from '../features/demand/accuracy/accuracy.search.js';
import { specialDaysSearch } from '../features/demand/days/special-days.search.js';
import { demandSearch } from '../features/demand/demand.search.js';
import { longRangeSearch } from '../features/demand/long-range/long-range.search.js';
import { exchangesSearch } from '../features/exchanges/exchanges.search.js';
import { SignInScreen } from '../features/identity/sign-in.screen.js';
import { historySearch } from '../features/live/history/history.search.js';
import { liveSearch } from '../features/live/live.search.js';
import { measuresSearch } from '../features/measures/measures.search.js';
import { reportsSearch } from '../features/reports/reports.search.js';
import { rosterSearch } from '../features/rosters/desk/roster-board.search.js';
import { scenariosSearch } from '../features/scenarios/scenarios.search.js';
import { requirementSearch } from '../features/staffing/requirement.search.js';
import { wellbeingSearch } from '../features/wellbeing/wellbeing.search.js';
import { EmptyState, ErrorState, Skeleton, SkeletonRows } from '../ui/states.js';
import { loadTexts } from './i18n/language.js';
import { t } from './i18n/t.js';
import { asDate, asText } from './search-params.js';
import { isPlanner, viewerQuery } from './session.js';
import { isAgentPage, isDemandPage } from './shell/navigation.js';
import { Shell } from './shell/shell.js';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet, notFoundComponent: PageMissing });

function PageMissing() {
  return (
    <EmptyState
      title={t('app.pageMissing')}
      text={t('app.pageMissingText')}
      action={<Link to="/">{t('app.goHome')}</Link>}
    />
  );
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { next?: string | undefined } => ({ next: asText(search['next']) }),
  component: function SignIn() {
    const navigate = useNavigate();
    const { next } = signInRoute.useSearch();
    return <SignInScreen onSignedIn={() => void navigate({ href: next?.startsWith('/') ? next : '/' })} />;
  },
});

/** Everything below needs a signed-in user. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const viewer = await context.queryClient.ensureQueryData(viewerQuery);
    if (!viewer)
      throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href } });
    if (isPlanner(viewer) || !isAgentPage(location.pathname))
      await loadTexts('planner', ...(isDemandPage(location.pathname) ? (['demand'] as const) : []));
    return { viewer };
  },
  notFoundComponent: PageMissing,
});

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    if (!isPlanner(context.viewer)) throw redirect({ to: '/my-week' });
    await loadTexts('accuracy');
  },
  component: lazyRouteComponent(() => import('../features/home/home.screen.js'), 'HomeScreen'),
});

const rosterRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/roster',
  validateSearch: rosterSearch,
  component: lazyRouteComponent(() => import('../features/rosters/desk/roster-board.screen.js'), 'RosterBoardScreen'),
});

const importRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/demand/import/import.screen.js'), 'ImportScreen'),
});

const demandRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/demand',
  validateSearch: demandSearch,
  component: lazyRouteComponent(() => import('../features/demand/demand.screen.js'), 'DemandScreen'),
});

const accuracyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/demand/accuracy',
  validateSearch: accuracySearch,
  beforeLoad: () => loadTexts('accuracy'),
  component: lazyRouteComponent(() => import('../features/demand/accuracy/accuracy.screen.js'), 'AccuracyScreen'),
});

const specialDaysRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/demand/days',
  validateSearch: specialDaysSearch,
  component: lazyRouteComponent(() => import('../features/demand/days/special-days.screen.js'), 'SpecialDaysScreen'),
});

const longRangeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/demand/long-range',
  validateSearch: longRangeSearch,
  component: lazyRouteComponent(() => import('../features/demand/long-range/long-range.screen.js'), 'LongRangeScreen'),
});

const requirementRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/requirement',
  validateSearch: requirementSearch,
  component: lazyRouteComponent(() => import('../features/staffing/requirement.screen.js'), 'RequirementScreen'),
});

const liveRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/live',
  validateSearch: liveSearch,
  beforeLoad: () => loadTexts('live'),
  component: lazyRouteComponent(() => import('../features/live/live.screen.js'), 'LiveScreen'),
});

const adherenceHistoryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/live/history',
  validateSearch: historySearch,
  beforeLoad: () => loadTexts('adherence-history'),
  component: lazyRouteComponent(() => import('../features/live/history/history.screen.js'), 'AdherenceHistoryScreen'),
});

const wellbeingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/wellbeing',
  validateSearch: wellbeingSearch,
  beforeLoad: () => loadTexts('wellbeing'),
  component: lazyRouteComponent(() => import('../features/wellbeing/wellbeing.screen.js'), 'WellbeingScreen'),
});

const weightsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/roster/weights',
  component: lazyRouteComponent(() => import('../features/rosters/weights/weights.screen.js'), 'WeightsScreen'),
});

const measuresRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measures',
  validateSearch: measuresSearch,
  beforeLoad: () => loadTexts('measure-tools'),
  component: lazyRouteComponent(() => import('../features/measures/measures.screen.js'), 'MeasuresScreen'),
});

const reportsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/reports',
  validateSearch: reportsSearch,
  beforeLoad: () => loadTexts('reports'),
  component: lazyRouteComponent(() => import('../features/reports/reports.screen.js'), 'ReportsScreen'),
});

/** For who was given a link: outside everything that needs a sign-in. */
const sharedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/shared/$token',
  beforeLoad: () => loadTexts('reports'),
  component: lazyRouteComponent(() => import('../features/reports/shared.screen.js'), 'SharedScreen'),
});

/** For who was given a link to set a password; the secret stands behind the hash, which no server sees. */
const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  beforeLoad: () => loadTexts('invitation'),
  component: lazyRouteComponent(() => import('../features/identity/invitation.screen.js'), 'InvitationScreen'),
});

const scenariosRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/scenarios',
  validateSearch: scenariosSearch,
  beforeLoad: () => loadTexts('scenarios'),
  component: lazyRouteComponent(() => import('../features/scenarios/scenarios.screen.js'), 'ScenariosScreen'),
});

const capacityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/capacity',
  validateSearch: capacitySearch,
  beforeLoad: () => loadTexts('capacity'),
  component: lazyRouteComponent(() => import('../features/capacity/capacity.screen.js'), 'CapacityScreen'),
});

const requestsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/requests',
  validateSearch: exchangesSearch,
  beforeLoad: () => loadTexts('exchange-loop'),
  component: lazyRouteComponent(() => import('../features/exchanges/exchanges.screen.js'), 'ExchangesScreen'),
});

/** A page of the agents' own, with the texts those share. */
const ownTexts = async <Loaded,>(page: Promise<Loaded>): Promise<Loaded> =>
  (await Promise.all([page, loadTexts('own')]))[0];

const wishesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/wishes',
  component: lazyRouteComponent(() => ownTexts(import('../features/own/wishes.screen.js')), 'WishesScreen'),
});

const timeOffRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/time-off',
  component: lazyRouteComponent(() => ownTexts(import('../features/own/time-off.screen.js')), 'TimeOffScreen'),
});

const jobsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/jobs',
  component: lazyRouteComponent(() => import('../features/jobs/jobs.screen.js'), 'JobsScreen'),
});

const setupRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/setup',
  validateSearch: (search): { part?: string | undefined } => ({ part: asText(search['part']) }),
  beforeLoad: () => loadTexts('planner', 'setup'),
  component: lazyRouteComponent(() => import('../features/setup/setup.screen.js'), 'SetupScreen'),
});

const myWeekRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/my-week',
  validateSearch: (search): { week?: string | undefined } => ({ week: asDate(search['week']) }),
  component: lazyRouteComponent(() => import('../features/rosters/my-week/my-week.screen.js'), 'MyWeekScreen'),
});

const meRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/me',
  component: lazyRouteComponent(() => import('./me-page.js'), 'MePage'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  sharedRoute,
  invitationRoute,
  signedInRoute.addChildren([
    homeRoute,
    importRoute,
    demandRoute,
    accuracyRoute,
    specialDaysRoute,
    longRangeRoute,
    requirementRoute,
    rosterRoute,
    liveRoute,
    adherenceHistoryRoute,
    wellbeingRoute,
    weightsRoute,
    measuresRoute,
    reportsRoute,
    scenariosRoute,
    capacityRoute,
    requestsRoute,
    jobsRoute,
    setupRoute,
    myWeekRoute,
    timeOffRoute,
    wishesRoute,
    meRoute,
  ]),
]);

function RouteFailed({ error, reset }: ErrorComponentProps) {
  return <ErrorState error={error} onRetry={reset} />;
}

function RoutePending() {
  return (
    <Skeleton label={t('ui.loading')}>
      <SkeletonRows rows={8} />
    </Skeleton>
  );
}

/** The routes over one query cache; tests hand in a memory history. */
export function createAppRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultErrorComponent: RouteFailed,
    defaultPendingComponent: RoutePending,
    defaultPendingMs: 200,
    defaultPreload: 'intent',
    ...(history ? { history } : {}),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
