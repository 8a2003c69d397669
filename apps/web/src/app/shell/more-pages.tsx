import { useLocation, useNavigate } from '@tanstack/react-router';
import { Ellipsis, Search } from 'lucide-react';
import { MenuButton } from '../../ui/menu.js';
import { t } from '../i18n/t.js';
import { openPalette } from './command-palette.js';
import type { NavigationItem } from './navigation.js';

const SEARCH = 'search';

/** The last tab of a phone: the search, and the pages that have no tab of their own. Not seen where the rail has room for all. */
export function MorePages({ pages }: { readonly pages: readonly NavigationItem[] }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const here = pages.find(({ to }) => pathname.startsWith(to));
  return (
    <div className="y-rail-more" data-current={here !== undefined}>
      <MenuButton
        label={t('app.morePages')}
        className="y-rail-link"
        arrow={false}
        selected={here?.to ?? ''}
        items={[
          { id: SEARCH, text: t('app.searchOrDo'), icon: <Search size={18} strokeWidth={1.75} aria-hidden /> },
          ...pages.map(({ to, text, icon: Icon }) => ({
            id: to,
            text: t(text),
            icon: <Icon size={18} strokeWidth={1.75} aria-hidden />,
          })),
        ]}
        onAction={(id) => (id === SEARCH ? openPalette() : void navigate({ to: id as NavigationItem['to'] }))}
      >
        <Ellipsis size={18} strokeWidth={1.75} aria-hidden />
        <span className="y-rail-text">{here ? t(here.text) : t('app.more')}</span>
      </MenuButton>
    </div>
  );
}
