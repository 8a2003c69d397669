import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components';
import { useLanguage } from './i18n/language.js';
import type { createAppRouter } from './router.js';

export interface AppProps {
  readonly queryClient: QueryClient;
  readonly router: ReturnType<typeof createAppRouter>;
}

/** The key draws every screen anew in another language, so `t` needs no hook; what was read stays in the query cache. */
export function App({ queryClient, router }: AppProps) {
  const language = useLanguage();
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={language === 'ja' ? 'ja-JP' : 'en-GB'}>
        <RouterProvider key={language} router={router} />
      </I18nProvider>
    </QueryClientProvider>
  );
}
