import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AGENT_STATES } from '@yotei/scheduling/adherence';
import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import {
  SaveSetupAdherenceDocument,
  SetupAdherenceDocument,
  type AdherenceSettingsInput,
  type SetupAdherencePartsFragment,
} from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Checkbox, NumberField, Select, TextField } from '../../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import { IdChecks } from '../id-checks.js';
import { draftOf, inputOf, type AdherenceDraft } from './adherence-draft.js';
import { AdherenceTrial } from './adherence-trial.js';
import './adherence.css';

type Settings = SetupAdherencePartsFragment;

const settingsQuery = queryOptions({
  queryKey: ['setup', 'adherence'],
  queryFn: async () => (await request(SetupAdherenceDocument)).adherenceSettings,
});

/** How strictly each site judges adherence. */
export function AdherencePage() {
  const viewer = useViewer();
  const query = useQuery(settingsQuery);
  const [siteId, setSiteId] = useState(homeSite(viewer).id);
  const { sites } = viewer.organisation;
  return (
    <>
      <p className="su-intro">{t('setupAdherence.intro')}</p>
      <QueryState query={query} skeleton={<SkeletonRows rows={6} height={32} />}>
        {(all) => {
          const settings = all.find((one) => one.siteId === siteId) ?? all[0];
          return (
            <>
              {sites.length > 1 ? (
                <div className="su-adherence-site">
                  <Select
                    label={t('setupAdherence.site')}
                    value={settings?.siteId ?? ''}
                    options={sites.map(({ id, name }) => ({ id, text: name }))}
                    onChange={setSiteId}
                  />
                </div>
              ) : null}
              {settings ? <SiteForm key={`${settings.siteId} ${settings.version}`} settings={settings} /> : null}
            </>
          );
        }}
      </QueryState>
    </>
  );
}

function useSave() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: AdherenceSettingsInput) =>
      (await request(SaveSetupAdherenceDocument, { input })).saveAdherenceSettings,
    onSuccess: async (saved) => {
      if (saved.__typename === 'AdherenceSettings') showToast({ text: t('setupAdherence.saved') });
      else
        showToast({
          text: saved.__typename === 'AdherenceSettingsEdited' ? t('setup.meanwhile') : saved.message,
          tone: 'problem',
        });
      if (saved.__typename !== 'InvalidInput') await client.invalidateQueries({ queryKey: ['setup', 'adherence'] });
    },
    onError: () => showToast({ text: t('setup.failed'), tone: 'problem' }),
  });
}

function SiteForm({ settings }: { readonly settings: Settings }) {
  const viewer = useViewer();
  const [draft, setDraft] = useState(draftOf(settings));
  const save = useSave();
  const mayEdit = can(viewer, 'organisation.edit');
  const input = inputOf(draft, settings);
  const isChanged = JSON.stringify(input) !== JSON.stringify(inputOf(draftOf(settings), settings));
  return (
    <div className="su-adherence">
      <Fields draft={draft} change={(next) => setDraft({ ...draft, ...next })} />
      <p className="y-quiet">{t('setupAdherence.holds')}</p>
      {mayEdit ? (
        <>
          <div className="su-adherence-foot">
            <Button
              kind="primary"
              isDisabled={!input || !isChanged || save.isPending}
              onPress={() => save.mutate(input!)}
            >
              {t('setup.save')}
            </Button>
            <Button isDisabled={!isChanged} onPress={() => setDraft(draftOf(settings))}>
              {t('setupAdherence.back')}
            </Button>
          </div>
          <AdherenceTrial input={input} />
        </>
      ) : null}
    </div>
  );
}

const numberOf = (value: number): number | null => (Number.isNaN(value) ? null : value);

function Fields({
  draft,
  change,
}: {
  readonly draft: AdherenceDraft;
  readonly change: (next: Partial<AdherenceDraft>) => void;
}) {
  const { activityTypes } = useViewer().organisation;
  return (
    <>
      <div className="su-adherence-numbers">
        <NumberField
          label={t('setupAdherence.grace')}
          value={draft.graceSeconds ?? Number.NaN}
          minValue={0}
          maxValue={3600}
          unit={t('setupAdherence.seconds')}
          onChange={(value) => change({ graceSeconds: numberOf(value) })}
        />
        <NumberField
          label={t('setupAdherence.boot')}
          value={draft.bootMinutes ?? Number.NaN}
          minValue={0}
          maxValue={60}
          unit={t('setupAdherence.minutes')}
          onChange={(value) => change({ bootMinutes: numberOf(value) })}
        />
      </div>
      <p className="y-quiet">{t('setupAdherence.graceText')}</p>
      <IdChecks
        label={t('setupAdherence.ignoredActivities')}
        value={draft.ignoredActivityTypeIds}
        options={activityTypes.map(({ id, title }) => ({ id, text: local(title) }))}
        onChange={(ignoredActivityTypeIds) => change({ ignoredActivityTypeIds })}
      />
      <IdChecks
        label={t('setupAdherence.ignoredStates')}
        value={draft.ignoredStates}
        options={AGENT_STATES.map((id) => ({ id, text: t(`agentStates.${id}`) }))}
        onChange={(ignoredStates) => change({ ignoredStates })}
      />
      <TextField
        label={t('setupAdherence.ignoredWords')}
        value={draft.ignoredWords}
        onChange={(ignoredWords) => change({ ignoredWords })}
      />
      <Checkbox isSelected={draft.countsOutsideShift} onChange={(countsOutsideShift) => change({ countsOutsideShift })}>
        {t('setupAdherence.outside')}
      </Checkbox>
    </>
  );
}
