import { Link, Outlet } from '@tanstack/react-router';
import { t } from '../i18n/t.js';
import { isPlanner, useViewer } from '../session.js';
import { WithTooltip } from '../../ui/tooltip.js';
import { Toasts } from '../../ui/toast.js';
import { navigationOf } from './navigation.js';
import { Pressable } from 'react-aria-components';
import './shell.css';

/** The frame around every signed-in page: the rail (agents on a phone: tabs below), then the page. */
export function Shell() {
  const viewer = useViewer();
  return (
    <div className="y-shell" data-for={isPlanner(viewer) ? 'planner' : 'agent'}>
      <a className="y-skip" href="#content">
        {t('app.skipToContent')}
      </a>
      <nav className="y-rail" aria-label={t('app.mainNavigation')}>
        <Link to="/" className="y-mark" aria-label={t('app.name')}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
        </Link>
        {navigationOf(viewer).map(({ to, text, icon: Icon }) => (
          <WithTooltip key={to} text={t(text)}>
            <Pressable>
              <Link to={to} className="y-rail-link" activeOptions={{ exact: to === '/', includeSearch: false }}>
                <Icon size={18} strokeWidth={1.75} aria-hidden />
                <span className="y-rail-text">{t(text)}</span>
              </Link>
            </Pressable>
          </WithTooltip>
        ))}
      </nav>
      <div className="y-page">
        <Outlet />
      </div>
      <Toasts />
    </div>
  );
}
