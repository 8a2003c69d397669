import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { formatZone } from '../../app/format/format-time.js';
import { showLanguage, useLanguage, type Language } from '../../app/i18n/language.js';
import { t } from '../../app/i18n/t.js';
import { homeSite, signOut, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { applyTheme, storedTheme, type Theme } from '../../ui/theme.js';
import { Button, Segmented } from '../../ui/button.js';
import './me.css';

/** Language, theme, zone and sign-out: what a phone has no header room for. */
export function MeScreen({ more }: { readonly more?: ReactNode }) {
  const viewer = useViewer();
  const language = useLanguage();
  const [theme, setTheme] = useState(storedTheme);
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    await signOut(client);
    await navigate({ to: '/sign-in' });
  };
  const chooseTheme = (next: Theme) => {
    applyTheme(next);
    setTheme(next);
  };
  return (
    <Page title={t('app.me')}>
      <div className="y-panel y-me">
        <div>
          <h2>{viewer.name}</h2>
          <p className="y-quiet">{viewer.email}</p>
          <p className="y-quiet">{viewer.roles.map((role) => t(`identity.role${role}`)).join(' · ')}</p>
        </div>
        <div>
          <h3>{t('app.language')}</h3>
          <Segmented<Language>
            label={t('app.language')}
            value={language}
            options={[
              { value: 'ja', text: '日本語' },
              { value: 'en', text: 'English' },
            ]}
            onChange={(next) => void showLanguage(next)}
          />
        </div>
        <div>
          <h3>{t('app.theme')}</h3>
          <Segmented<Theme>
            label={t('app.theme')}
            value={theme}
            options={[
              { value: 'light', text: t('app.themeLight') },
              { value: 'dark', text: t('app.themeDark') },
              { value: 'system', text: t('app.themeSystem') },
            ]}
            onChange={chooseTheme}
          />
        </div>
        <p className="y-quiet">
          {t('app.zone', { zone: formatZone(viewer.agent?.zone ?? homeSite(viewer).zone, Date.now()) })}
        </p>
        <Button onPress={() => void leave()}>{t('app.signOut')}</Button>
      </div>
      {more}
    </Page>
  );
}
