import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import { loadTexts, showLanguage } from '../i18n/language.js';
import { t } from '../i18n/t.js';
import { useViewer } from '../session.js';
import { applyTheme } from '../../ui/theme.js';
import { useCommands, type Command } from './commands.js';
import { placesOf } from './navigation.js';

let isOpen = false;
const listeners = new Set<() => void>();

function setOpen(next: boolean): void {
  isOpen = next;
  listeners.forEach((changed) => changed());
}

export function openPalette(): void {
  setOpen(true);
}

const PaletteDialog = lazy(async () => {
  const [it] = await Promise.all([import('./palette-dialog.js'), loadTexts('palette')]);
  return { default: it.PaletteDialog };
});

function useShellCommands(): readonly Command[] {
  const viewer = useViewer();
  const navigate = useNavigate();
  return useMemo(
    () => [
      ...placesOf(viewer).map(({ to, text }): Command => ({
        id: `go${to}`,
        group: 'goTo',
        text: t(text),
        run: () => void navigate({ to }),
      })),
      ...(['Light', 'Dark', 'System'] as const).map((name): Command => ({
        id: `theme${name}`,
        group: 'do',
        text: t('app.useTheme', { name: t(`app.theme${name}`) }),
        run: () => applyTheme(name.toLowerCase() as 'light' | 'dark' | 'system'),
      })),
      { id: 'en', group: 'do', text: t('app.useLanguage', { name: 'English' }), run: () => void showLanguage('en') },
      { id: 'ja', group: 'do', text: t('app.useLanguage', { name: '日本語' }), run: () => void showLanguage('ja') },
    ],
    [viewer, navigate],
  );
}

/** Ctrl+K: every page and act by name. The dialog itself is loaded when first opened. */
export function CommandPalette() {
  useCommands(useShellCommands());
  const open = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => isOpen,
  );
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k' || event.isComposing) return;
      event.preventDefault();
      openPalette();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return open ? (
    <Suspense fallback={null}>
      <PaletteDialog onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
}
