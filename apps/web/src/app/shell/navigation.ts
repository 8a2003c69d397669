import { CalendarDays, House, Settings, type LucideIcon } from 'lucide-react';
import type { MessageId } from '../i18n/t.js';
import { isPlanner, type Viewer } from '../session.js';

export interface NavigationItem {
  readonly to: '/' | '/roster' | '/me';
  readonly text: MessageId;
  readonly icon: LucideIcon;
}

/** In the order of the planning loop. */
const PLANNER: readonly NavigationItem[] = [
  { to: '/', text: 'app.home', icon: House },
  { to: '/roster', text: 'app.roster', icon: CalendarDays },
];
const AGENT: readonly NavigationItem[] = [{ to: '/me', text: 'app.me', icon: Settings }];

/** The pages a user is offered. */
export function navigationOf(viewer: Viewer): readonly NavigationItem[] {
  if (!isPlanner(viewer)) return AGENT;
  return viewer.agent ? [...PLANNER, AGENT[0]!] : PLANNER;
}
