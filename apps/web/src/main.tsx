import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { preferredLanguage, showLanguage } from './app/i18n/language.js';
import { createQueryClient } from './app/query-client.js';
import { createAppRouter } from './app/router.js';
import { applyTheme, storedTheme } from './ui/theme.js';
import './app/theme/fonts.css';
import './app/theme/tokens.css';
import './app/theme/base.css';

applyTheme(storedTheme());
await showLanguage(preferredLanguage());
const queryClient = createQueryClient();
const router = createAppRouter(queryClient);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App queryClient={queryClient} router={router} />
  </StrictMode>,
);
// After the first picture: nothing of it waits for the worker.
if (import.meta.env.PROD)
  void import('./app/offline/service-worker-client.js').then((it) => it.startServiceWorker()).catch(() => undefined);
