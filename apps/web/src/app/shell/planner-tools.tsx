import { Bell, Search, SunMoon } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { t } from '../i18n/t.js';
import { signOut, useViewer } from '../session.js';
import { applyTheme, storedTheme, type Theme } from '../../ui/theme.js';
import { IconButton } from '../../ui/button.js';
import { PopoverTrigger } from '../../ui/dialog.js';
import { MenuButton } from '../../ui/menu.js';
import { CommandPalette, openPalette } from './command-palette.js';
import { initials } from './initials.js';

const THEMES: readonly { id: Theme; text: 'app.themeLight' | 'app.themeDark' | 'app.themeSystem' }[] = [
  { id: 'light', text: 'app.themeLight' },
  { id: 'dark', text: 'app.themeDark' },
  { id: 'system', text: 'app.themeSystem' },
];

function ThemeMenu() {
  const [theme, setTheme] = useState(storedTheme);
  const choose = (id: string) => {
    applyTheme(id as Theme);
    setTheme(id as Theme);
  };
  return (
    <MenuButton
      label={t('app.theme')}
      items={THEMES.map(({ id, text }) => ({ id, text: t(text) }))}
      selected={theme}
      onAction={choose}
      arrow={false}
    >
      <SunMoon size={18} strokeWidth={1.75} aria-hidden />
    </MenuButton>
  );
}

function UserMenu() {
  const viewer = useViewer();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    await signOut(client);
    await navigate({ to: '/sign-in' });
  };
  return (
    <MenuButton
      label={t('app.user', { name: viewer.name })}
      items={[
        { id: 'me', text: t('app.me') },
        { id: 'sign-out', text: t('app.signOut') },
      ]}
      onAction={(id) => void (id === 'me' ? navigate({ to: '/me' }) : leave())}
      arrow={false}
    >
      <span className="y-avatar" aria-hidden>
        {initials(viewer.name)}
      </span>
    </MenuButton>
  );
}

/** What the header offers those who plan: palette, theme, notices, account. */
export function PlannerTools({ notices }: { readonly notices?: ReactNode }) {
  return (
    <>
      <button type="button" className="y-search" onClick={openPalette}>
        <Search size={14} strokeWidth={1.75} aria-hidden />
        {t('app.searchOrDo')}
        <kbd>Ctrl K</kbd>
      </button>
      <span className="y-theme">
        <ThemeMenu />
      </span>
      <PopoverTrigger
        label={t('app.notices')}
        trigger={<IconButton label={t('app.notices')} icon={<Bell size={18} strokeWidth={1.75} aria-hidden />} />}
      >
        {notices ?? <p className="y-quiet">{t('app.noNotices')}</p>}
      </PopoverTrigger>
      <UserMenu />
      <CommandPalette />
    </>
  );
}
