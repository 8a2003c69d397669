export type Theme = 'light' | 'dark' | 'system';

const STORE_KEY = 'yotei-theme';

export function storedTheme(): Theme {
  const stored = localStorage.getItem(STORE_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Shows the theme at once and remembers it on this device. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  localStorage.setItem(STORE_KEY, theme);
  window.dispatchEvent(new CustomEvent('yotei-theme'));
}

/** Calls back when colours changed, by choice here or by the system; for canvases, which must repaint. */
export function onThemeChange(changed: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  window.addEventListener('yotei-theme', changed);
  system.addEventListener('change', changed);
  return () => {
    window.removeEventListener('yotei-theme', changed);
    system.removeEventListener('change', changed);
  };
}

/**
 * The current colour of tokens such as `--accent` as `rgb(…)`, for canvases. A custom property reads back as it was
 * written (`light-dark(…)`), so a probe element resolves it.
 */
export function resolveTokens<Name extends string>(names: readonly Name[]): Record<Name, string> {
  const probe = document.createElement('i');
  document.body.append(probe);
  const found = {} as Record<Name, string>;
  for (const name of names) {
    probe.style.color = `var(${name})`;
    found[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
}
