import { Bell, Globe, Languages, Search, SunMoon } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { formatZone } from '../format/format-time.js';
import { showLanguage, useLanguage } from '../i18n/language.js';
import { t } from '../i18n/t.js';
import { homeSite, signOut, useViewer } from '../session.js';
import { applyTheme, storedTheme, type Theme } from '../theme/theme.js';
import { Button, IconButton } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { PopoverTrigger } from '../../ui/dialog.js';
import { MenuButton } from '../../ui/menu.js';
import { openPalette } from './command-palette.js';

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

function LanguageButton() {
  const other = useLanguage() === 'en' ? 'ja' : 'en';
  return (
    <Button
      kind="quiet"
      icon={<Languages size={18} strokeWidth={1.75} aria-hidden />}
      onPress={() => void showLanguage(other)}
    >
      <span lang={other}>{other === 'ja' ? '日本語' : 'English'}</span>
    </Button>
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

/** `Maria Kimura` becomes `MK`, `佐藤 愛子` becomes `佐`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  if (/[\u3040-\u30ff\u4e00-\u9fff]/.test(name)) return words[0]?.slice(0, 1) ?? '';
  return words
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');
}

export interface PageProps {
  readonly title: string;
  /** Beside the title: week stepper, state of the draft. */
  readonly header?: ReactNode;
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
export function Page({ title, header, toolbar, zone, layout = 'padded', notices, children }: PageProps) {
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
        <button type="button" className="y-search" onClick={openPalette}>
          <Search size={14} strokeWidth={1.75} aria-hidden />
          {t('app.searchOrDo')}
          <kbd>Ctrl K</kbd>
        </button>
        <span className="y-zone">
          <Globe size={18} strokeWidth={1.75} aria-hidden />
          <span aria-label={t('app.zone', { zone: shownZone })}>{shownZone}</span>
        </span>
        <LanguageButton />
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
      </header>
      {toolbar ? <div className="y-toolbar">{toolbar}</div> : null}
      <main id="content" tabIndex={-1} className={`y-content y-content-${layout}`}>
        {children}
      </main>
    </>
  );
}
