import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { t } from '../i18n/t.js';
import { isPlanner, useViewer } from '../session.js';
import { WithTooltip } from '../../ui/tooltip.js';
import { dismissOffers } from '../../ui/toast.js';
import { navigationOf, phoneTabs, type NavigationItem } from './navigation.js';
import { Pressable } from 'react-aria-components';
import './shell.css';
import './rail.css';

const Toasts = lazy(async () => ({ default: (await import('../../ui/toasts.js')).Toasts }));
const MorePages = lazy(async () => ({ default: (await import('./more-pages.js')).MorePages }));

function RailLink({
  page: { to, text, icon: Icon },
  isTab,
}: {
  readonly page: NavigationItem;
  readonly isTab: boolean;
}) {
  return (
    <WithTooltip text={t(text)}>
      <Pressable>
        <Link
          to={to}
          className={isTab ? 'y-rail-link' : 'y-rail-link y-rail-beyond'}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Icon size={18} strokeWidth={1.75} aria-hidden />
          <span className="y-rail-text">{t(text)}</span>
        </Link>
      </Pressable>
    </WithTooltip>
  );
}

/** The frame around every signed-in page: the rail (on a phone: tabs below), then the page. */
export function Shell() {
  const viewer = useViewer();
  const { pathname } = useLocation();
  useEffect(() => dismissOffers, [pathname]);
  const pages = navigationOf(viewer);
  const tabs = phoneTabs(pages);
  const beyond = pages.filter(({ to }) => !tabs.has(to));
  return (
    <div className="y-shell" data-for={isPlanner(viewer) ? 'planner' : 'agent'}>
      <a className="y-skip" href="#content">
        {t('app.skipToContent')}
      </a>
      <nav className="y-rail" aria-label={t('app.mainNavigation')}>
        <Link to="/" className="y-mark" aria-label={t('app.name')}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
        </Link>
        {pages.map((page) => (
          <RailLink key={page.to} page={page} isTab={tabs.has(page.to)} />
        ))}
        {beyond.length > 0 ? (
          <Suspense fallback={null}>
            <MorePages pages={beyond} />
          </Suspense>
        ) : null}
      </nav>
      <div className="y-page">
        <Outlet />
      </div>
      <Suspense fallback={null}>
        <Toasts />
      </Suspense>
    </div>
  );
}
