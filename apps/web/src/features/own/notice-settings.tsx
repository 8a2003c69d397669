import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { SaveNoticeSettingsDocument, type NoticeSettingsFieldsFragment } from '../../graphql/generated/graphql.js';
import { Button, Segmented } from '../../ui/button.js';
import { Checkbox } from '../../ui/fields.js';
import { showToast } from '../../ui/toast.js';
import { ClockField } from './clock-field.js';

type Settings = NoticeSettingsFieldsFragment;

function useSave() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ mailIsOn: _on, pushPublicKey: _key, devices: _devices, ...input }: Settings) =>
      (await request(SaveNoticeSettingsDocument, { input })).saveNoticeSettings,
    onSuccess: (outcome) => {
      if (outcome.__typename === 'InvalidInput') return showToast({ text: outcome.message, tone: 'problem' });
      showToast({ text: t('own.saved') });
      return client.invalidateQueries({ queryKey: ['notice-settings'] });
    },
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
}

function QuietHours({ draft, onChange }: { readonly draft: Settings; readonly onChange: (next: Settings) => void }) {
  const { quietFromMinute: from, quietUntilMinute: until } = draft;
  const isOn = from !== null && until !== null;
  return (
    <div className="y-own-group">
      <Checkbox
        isSelected={isOn}
        onChange={(on) =>
          onChange({ ...draft, quietFromMinute: on ? 22 * 60 : null, quietUntilMinute: on ? 7 * 60 : null })
        }
      >
        {t('own.quietHours')}
      </Checkbox>
      {isOn ? (
        <>
          <div className="y-own-row">
            <ClockField
              label={t('own.from')}
              minute={from}
              onChange={(minute) => onChange({ ...draft, quietFromMinute: minute })}
            />
            <ClockField
              label={t('own.until')}
              minute={until}
              onChange={(minute) => onChange({ ...draft, quietUntilMinute: minute })}
            />
          </div>
          <Checkbox isSelected={draft.urgentAnyway} onChange={(urgentAnyway) => onChange({ ...draft, urgentAnyway })}>
            {t('own.urgentAnyway')}
          </Checkbox>
        </>
      ) : null}
    </div>
  );
}

/** For those who lead the day: whether and how they hear that a queue will be short. */
function DayAlertChoice({
  draft,
  onChange,
}: {
  readonly draft: Settings;
  readonly onChange: (next: Settings) => void;
}) {
  const viewer = useViewer();
  if (!can(viewer, 'intraday.act')) return null;
  const standard = viewer.roles.includes('SUPERVISOR') ? 'APP' : 'OFF';
  return (
    <>
      <h3>{t('own.dayAlerts')}</h3>
      <p className="y-quiet">{t('own.dayAlertsText')}</p>
      <Segmented<NonNullable<Settings['dayAlerts']>>
        label={t('own.dayAlerts')}
        value={draft.dayAlerts ?? standard}
        options={[
          { value: 'OFF', text: t('own.dayAlertsOff') },
          { value: 'APP', text: t('own.dayAlertsApp') },
          { value: 'PUSH', text: t('own.dayAlertsPush') },
        ]}
        onChange={(dayAlerts) => onChange({ ...draft, dayAlerts })}
      />
    </>
  );
}

/** Mail, push, quiet hours, digest and language of what I am told. */
export function NoticeSettingsPanel({ settings }: { readonly settings: Settings }) {
  const [draft, setDraft] = useState(settings);
  const save = useSave();
  return (
    <section className="y-panel y-own-panel" aria-labelledby="own-notices">
      <h2 id="own-notices">{t('own.notices')}</h2>
      <p className="y-quiet">{t('own.noticesText')}</p>
      <h3>{t('own.mail')}</h3>
      <Segmented<Settings['mail']>
        label={t('own.mail')}
        value={draft.mail}
        options={[
          { value: 'NOW', text: t('own.mailNow') },
          { value: 'DIGEST', text: t('own.mailDigest') },
          { value: 'OFF', text: t('own.mailOff') },
        ]}
        onChange={(mail) => setDraft({ ...draft, mail })}
      />
      {settings.mailIsOn ? null : <p className="y-quiet">{t('own.mailIsOff')}</p>}
      {draft.mail === 'DIGEST' ? (
        <ClockField
          label={t('own.digestAt')}
          minute={draft.digestMinute}
          onChange={(digestMinute) => setDraft({ ...draft, digestMinute })}
        />
      ) : null}
      <Checkbox isSelected={draft.push} onChange={(push) => setDraft({ ...draft, push })}>
        {t('own.pushOn')}
      </Checkbox>
      <QuietHours draft={draft} onChange={setDraft} />
      <DayAlertChoice draft={draft} onChange={setDraft} />
      <h3>{t('own.language')}</h3>
      <Segmented<Settings['language']>
        label={t('own.language')}
        value={draft.language}
        options={[
          { value: 'JA', text: '日本語' },
          { value: 'EN', text: 'English' },
        ]}
        onChange={(language) => setDraft({ ...draft, language })}
      />
      <div className="y-own-acts">
        <Button kind="primary" onPress={() => save.mutate(draft)} isDisabled={save.isPending}>
          {t('own.save')}
        </Button>
      </div>
    </section>
  );
}
