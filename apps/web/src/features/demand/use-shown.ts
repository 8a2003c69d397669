import { useNavigate, useSearch } from '@tanstack/react-router';
import { homeSite, useViewer, type Viewer } from '../../app/session.js';
import { thisWeek } from '../../app/shell/week-stepper.js';
import type { DemandSearch, DemandViewKind, Zoom } from './demand.search.js';

export type DemandQueue = Viewer['organisation']['queues'][number];

/** What the demand page shows, from the address and its defaults. */
export function useShown() {
  const viewer = useViewer();
  const search = useSearch({ from: '/signed-in/demand' });
  const navigate = useNavigate();
  const queues = [...viewer.organisation.queues].sort((a, b) => a.position - b.position);
  const queue = queues.find(({ id }) => id === search.queue) ?? queues[0];
  const site = viewer.organisation.sites.find(({ id }) => id === queue?.siteId) ?? homeSite(viewer);
  const week = thisWeek(queue?.zone ?? site.zone, site.weekStart);
  return {
    viewer,
    queues,
    queue,
    week,
    from: search.from ?? week,
    zoom: search.zoom ?? ('week' as Zoom),
    view: search.view ?? ('chart' as DemandViewKind),
    measure: search.measure ?? ('contacts' as const),
    past: search.past ?? ('none' as const),
    show: (next: DemandSearch) => void navigate({ to: '/demand', search: { ...search, ...next } }),
  };
}

export type Shown = ReturnType<typeof useShown>;
