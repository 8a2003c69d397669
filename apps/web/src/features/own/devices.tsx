import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDateTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { canBePushed, subscribeToPush } from '../../app/offline/service-worker-client.js';
import { request } from '../../graphql/client.js';
import {
  AddPushDeviceDocument,
  RemovePushDeviceDocument,
  SendTestNoticeDocument,
  type NoticeSettingsFieldsFragment,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { showToast } from '../../ui/toast.js';

/** Adds this browser; the outcome in a sentence. */
async function addThis(publicKey: string): Promise<'own.pushAdded' | 'own.pushRefused' | 'own.pushUnknown'> {
  const device = await subscribeToPush(publicKey).catch(() => undefined);
  if (device === null) return 'own.pushRefused';
  if (!device) return 'own.pushUnknown';
  const { addPushDevice } = await request(AddPushDeviceDocument, { input: device });
  return addPushDevice.__typename === 'InvalidInput' ? 'own.pushUnknown' : 'own.pushAdded';
}

/** Browsers of mine that take pushes. */
export function DevicesPanel({ settings }: { readonly settings: NoticeSettingsFieldsFragment }) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (work: () => Promise<Parameters<typeof t>[0]>) => work(),
    onSuccess: (text) => {
      showToast({ text: t(text) });
      return client.invalidateQueries({ queryKey: ['notice-settings'] });
    },
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
  const remove = (id: string) => async () => {
    await request(RemovePushDeviceDocument, { id });
    return 'own.saved' as const;
  };
  const test = async () => {
    await request(SendTestNoticeDocument);
    return 'own.testSent' as const;
  };
  return (
    <section className="y-panel y-own-panel" aria-labelledby="own-devices">
      <h2 id="own-devices">{t('own.devices')}</h2>
      {settings.devices.length === 0 ? <p className="y-quiet">{t('own.noDevices')}</p> : null}
      <ul className="y-own-list">
        {settings.devices.map(({ id, label, createdAt }) => (
          <li key={id}>
            <span>
              {label} <span className="y-quiet">{formatDateTime(createdAt, settings.zone)}</span>
            </span>
            <Button onPress={() => act.mutate(remove(id))}>{t('own.remove')}</Button>
          </li>
        ))}
      </ul>
      <div className="y-own-acts">
        <Button
          onPress={() => act.mutate(() => addThis(settings.pushPublicKey))}
          isDisabled={!canBePushed() || act.isPending}
        >
          {t('own.addDevice')}
        </Button>
        <Button onPress={() => act.mutate(test)} isDisabled={act.isPending}>
          {t('own.sendTest')}
        </Button>
      </div>
      {canBePushed() ? null : <p className="y-quiet">{t('own.cannotPush')}</p>}
    </section>
  );
}
