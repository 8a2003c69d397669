import { Radio } from 'lucide-react';
import { t } from '../../app/i18n/t.js';
import { Page } from '../../app/shell/page.js';
import { EmptyState } from '../../ui/states.js';

/** The day as it happens: who does what now, beside what was planned. */
export function LiveScreen() {
  return (
    <Page title={t('app.live')}>
      <EmptyState
        icon={<Radio size={24} strokeWidth={1.75} aria-hidden />}
        title={t('live.nothing')}
        text={t('live.nothingText')}
      />
    </Page>
  );
}
