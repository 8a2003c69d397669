import { Globe } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { formatZone } from '../format/format-time.js';
import { t } from '../i18n/t.js';
import { homeSite, isPlanner, useViewer } from '../session.js';
import { Chip } from '../../ui/chip.js';
import { initials } from './initials.js';
import { LanguageButton } from './language-button.js';

/** Menus and the palette weigh as much as an agent's whole week, so a phone does not load them. */
const PlannerTools = lazy(() => import('./planner-tools.js').then((it) => ({ default: it.PlannerTools })));

function HeaderTools({ notices }: Pick<PageProps, 'notices'>) {
  const viewer = useViewer();
  if (isPlanner(viewer)) {
    return (
      <Suspense fallback={<span className="y-tools-place" />}>
        <PlannerTools notices={notices} />
      </Suspense>
    );
  }
  return (
    <Link to="/me" className="y-avatar-link" aria-label={t('app.user', { name: viewer.name })}>
      <span className="y-avatar" aria-hidden>
        {initials(viewer.name)}
      </span>
    </Link>
  );
}

export interface PageProps {
  readonly title: string;
  /** Beside the title: week stepper, state of the draft. */
  readonly header?: ReactNode;
  /** Between the pages that share a title. */
  readonly tabs?: ReactNode;
  /** A second bar for the acts of the page. */
  readonly toolbar?: ReactNode;
  /** Zone of the times shown; the home site's unless given. */
  readonly zone?: string;
  /** `fill`: the page lays itself out to the edges and scrolls inside. */
  readonly layout?: 'padded' | 'fill';
  readonly notices?: ReactNode;
  readonly children: ReactNode;
}

/** A page inside the shell: header, toolbar, content. Every screen starts with it. */
export function Page({ title, header, tabs, toolbar, zone, layout = 'padded', notices, children }: PageProps) {
  const viewer = useViewer();
  const shownZone = formatZone(zone ?? homeSite(viewer).zone, Date.now());
  return (
    <>
      <header className="y-header">
        <span className="y-crumb">{viewer.organisation.name}</span>
        <h1>{title}</h1>
        {viewer.organisation.isDemo ? <Chip tone="accent">{t('app.demo')}</Chip> : null}
        {header}
        <span className="y-header-fill" />
        <span className="y-zone">
          <Globe size={18} strokeWidth={1.75} aria-hidden />
          <span aria-label={t('app.zone', { zone: shownZone })}>{shownZone}</span>
        </span>
        <LanguageButton />
        <HeaderTools notices={notices} />
      </header>
      {tabs}
      {toolbar ? <div className="y-toolbar">{toolbar}</div> : null}
      <main id="content" tabIndex={-1} className={`y-content y-content-${layout}`}>
        {children}
      </main>
    </>
  );
}
