import {
  CalendarDays,
  ChartColumn,
  ChartLine,
  ClipboardCheck,
  Gauge,
  Heart,
  HeartPulse,
  House,
  Inbox,
  ListChecks,
  Palmtree,
  Radio,
  Settings,
  SlidersHorizontal,
  Split,
  Sun,
  Upload,
  UserPlus,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import type { MessageId } from '../i18n/t.js';
import { can, isManagerOnly, isPlanner, type Viewer } from '../session.js';

export interface NavigationItem {
  readonly to:
    | '/'
    | '/import'
    | '/demand'
    | '/requirement'
    | '/roster'
    | '/live'
    | '/live/history'
    | '/measures'
    | '/scenarios'
    | '/reports'
    | '/capacity'
    | '/wellbeing'
    | '/requests'
    | '/jobs'
    | '/setup'
    | '/my-week'
    | '/time-off'
    | '/wishes'
    | '/me';
  readonly text: MessageId;
  readonly icon: LucideIcon;
  /** What one must be allowed to read to be offered it. */
  readonly needs?: 'scenarios';
  /** The page it opens from: whoever is offered that one finds it there, and by name in the palette. */
  readonly under?: NavigationItem['to'];
}

/** In the order of the planning loop. */
const PLANNER: readonly NavigationItem[] = [
  { to: '/', text: 'app.home', icon: House },
  { to: '/import', text: 'app.import', icon: Upload },
  { to: '/demand', text: 'app.demand', icon: ChartLine },
  { to: '/requirement', text: 'app.requirement', icon: UsersRound },
  { to: '/roster', text: 'app.roster', icon: CalendarDays },
  { to: '/live', text: 'app.live', icon: Radio },
  { to: '/live/history', text: 'app.adherence', icon: ClipboardCheck, under: '/live' },
  { to: '/requests', text: 'app.requests', icon: Inbox },
  { to: '/time-off', text: 'app.timeOff', icon: Palmtree },
  { to: '/wellbeing', text: 'app.wellbeing', icon: HeartPulse },
  { to: '/measures', text: 'app.measures', icon: Gauge },
  { to: '/scenarios', text: 'app.scenarios', icon: Split, needs: 'scenarios' },
  { to: '/capacity', text: 'app.capacity', icon: UserPlus },
  { to: '/reports', text: 'app.reports', icon: ChartColumn },
  { to: '/jobs', text: 'app.jobs', icon: ListChecks },
  { to: '/setup', text: 'app.setup', icon: SlidersHorizontal },
];
/** What a manager is offered of it: no rosters, no requests, no set-up. */
const MANAGER_PAGES: readonly NavigationItem['to'][] = [
  '/',
  '/demand',
  '/requirement',
  '/live/history',
  '/wellbeing',
  '/measures',
  '/scenarios',
  '/reports',
  '/capacity',
];
const AGENT: readonly NavigationItem[] = [
  { to: '/my-week', text: 'app.myWeek', icon: Sun },
  { to: '/time-off', text: 'app.timeOff', icon: Palmtree },
  { to: '/wishes', text: 'app.wishes', icon: Heart },
  { to: '/requests', text: 'app.requests', icon: Inbox },
  { to: '/me', text: 'app.me', icon: Settings },
];

/** The pages a user may be sent to by name. */
export function placesOf(viewer: Viewer): readonly NavigationItem[] {
  if (!isPlanner(viewer)) return AGENT;
  const allowed = PLANNER.filter(({ needs }) => !needs || can(viewer, `${needs}.read`));
  const pages = isManagerOnly(viewer) ? allowed.filter(({ to }) => MANAGER_PAGES.includes(to)) : allowed;
  return viewer.agent ? [...pages, AGENT[0]!] : pages;
}

/** The pages a user is offered at the side. */
export function navigationOf(viewer: Viewer): readonly NavigationItem[] {
  const places = placesOf(viewer);
  return places.filter(({ under }) => !under || places.every(({ to }) => to !== under));
}

/** What a phone shows of more pages than fit, in this order of importance; the rest opens from its last tab. */
const PHONE_FIRST: readonly NavigationItem['to'][] = [
  ...(['/', '/roster', '/live', '/requests'] as const),
  ...(['/scenarios', '/measures', '/reports', '/demand'] as const),
];
const PHONE_TABS = 4;

/** The pages that stand as tabs on a phone: all when they fit, else those looked at every day. */
export function phoneTabs(pages: readonly NavigationItem[]): ReadonlySet<NavigationItem['to']> {
  const offered = pages.map(({ to }) => to);
  if (offered.length <= PHONE_TABS + 1) return new Set(offered);
  return new Set(PHONE_FIRST.filter((to) => offered.includes(to)).slice(0, PHONE_TABS));
}

/** Whether a path is one of the pages made for agents, which need a part of the texts only. */
export function isAgentPage(pathname: string): boolean {
  return pathname === '/' || AGENT.some(({ to }) => pathname.startsWith(to));
}

/** Whether a path is a page of Demand, the import among them; they have texts of their own. */
export function isDemandPage(pathname: string): boolean {
  return ['/demand', '/import'].some((to) => pathname.startsWith(to));
}
