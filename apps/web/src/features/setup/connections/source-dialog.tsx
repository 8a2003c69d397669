import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { t, tIfKnown } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { SaveStateSourceDocument, type SaveStateSourceMutation } from '../../../graphql/generated/graphql.js';
import { Chip } from '../../../ui/chip.js';
import { Dialog } from '../../../ui/dialog.js';
import { Checkbox, NumberField, Select, TextField } from '../../../ui/fields.js';
import { showToast } from '../../../ui/toast.js';
import { DialogFoot } from '../dialog-foot.js';
import type { Connections, Preset, Source } from './connections.queries.js';
import { MeaningsFields } from './meanings-fields.js';
import { draftOf, inputOf, presetOptions, stateOptions, type SourceDraft } from './source-draft.js';
import { UnknownAgents } from './unknown-agents.js';

interface SourceDialogProps {
  /** Null: a new one. */
  readonly source: Source | null;
  readonly data: Connections;
  readonly onClose: () => void;
}

/** What one source is called, what its words mean and how long its silence is borne. */
export function SourceDialog({ source, data, onClose }: SourceDialogProps) {
  const [draft, setDraft] = useState<SourceDraft>(() => draftOf(source));
  const set = (change: Partial<SourceDraft>) => setDraft({ ...draft, ...change });
  const saving = useSourceSaving(draft.title, onClose);
  const preset = data.statePresets.find(({ id }) => id === draft.presetId);
  const strangers = (source?.oddities ?? []).filter(({ kind }) => kind === 'unknown-agent');
  return (
    <Dialog
      title={source ? t('setup.changeTitle', { name: source.title }) : t('setupStates.addSource')}
      isOpen
      onClose={onClose}
      width={640}
      footer={
        <DialogFoot
          refusal={saving.refusal}
          isSaving={saving.isPending}
          isSound={draft.title.trim() !== '' && /^[a-z0-9][a-z0-9-]{0,39}$/.test(draft.id)}
          onSave={() => saving.save(inputOf(draft, source?.version ?? null, Date.now()))}
          onClose={onClose}
        />
      }
    >
      <SourceFields draft={draft} set={set} isNew={source === null} presets={data.statePresets} />
      {preset ? <AboutPreset preset={preset} /> : null}
      <MeaningsFields meanings={draft.meanings} preset={preset} onChange={(meanings) => set({ meanings })} />
      {source ? (
        <Checkbox isSelected={draft.remap} onChange={(remap) => set({ remap })}>
          {t('setupStates.remap')}
        </Checkbox>
      ) : null}
      {source && strangers.length > 0 ? <UnknownAgents source={source} strangers={strangers} /> : null}
    </Dialog>
  );
}

function SourceFields({
  draft,
  set,
  isNew,
  presets,
}: {
  readonly draft: SourceDraft;
  readonly set: (change: Partial<SourceDraft>) => void;
  readonly isNew: boolean;
  readonly presets: readonly Preset[];
}) {
  return (
    <div className="su-form">
      <TextField label={t('setup.title')} value={draft.title} onChange={(title) => set({ title })} />
      {isNew ? (
        <TextField
          label={t('setupStates.sourceId')}
          hint={t('setupStates.sourceIdHint')}
          value={draft.id}
          onChange={(id) => set({ id: id.toLowerCase() })}
        />
      ) : null}
      <Select
        label={t('setupStates.preset')}
        value={draft.presetId}
        options={presetOptions(presets)}
        onChange={(presetId) => set({ presetId })}
      />
      <Select
        label={t('setupStates.fallback')}
        value={draft.fallback}
        options={stateOptions(t('setupStates.asPreset'))}
        onChange={(fallback) => set({ fallback })}
      />
      <NumberField
        label={t('setupStates.silentAfter')}
        unit={t('setupStates.seconds')}
        value={draft.silentAfterSeconds}
        minValue={10}
        maxValue={86_400}
        onChange={(silentAfterSeconds) => set({ silentAfterSeconds })}
      />
    </div>
  );
}

/** Where a preset's words come from is said in English: it quotes the systems' own documents. */
function AboutPreset({ preset }: { readonly preset: Preset }) {
  return (
    <details className="sc-preset">
      <summary>{t('setupStates.presetWords', { title: preset.title, count: preset.states.length })}</summary>
      <p lang="en">{preset.source}</p>
      <p lang="en">{preset.howToSay}</p>
      {preset.believed.length > 0 ? <p>{t('setupStates.believedText', { count: preset.believed.length })}</p> : null}
      <ul className="sc-words">
        {preset.states.map(({ word, state }) => (
          <li key={word}>
            <code>{word}</code> {tIfKnown(`agentStates.${state}`, {}, state)}{' '}
            {preset.believed.includes(word) ? <Chip tone="prefer">{t('setupStates.believed')}</Chip> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Answer = SaveStateSourceMutation['result'];

function useSourceSaving(name: string, onClose: () => void) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: async (input: ReturnType<typeof inputOf>) => (await request(SaveStateSourceDocument, { input })).result,
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ['setup', 'connections'] });
      if (answer.__typename !== 'StateSourceSaved') return;
      showToast({
        text:
          answer.remapped > 0
            ? t('setupStates.savedAndRemapped', { name, count: answer.remapped })
            : t('setup.saved', { name }),
      });
      onClose();
    },
    onError: () => showToast({ text: t('setup.failed'), tone: 'problem' }),
  });
  return { save: mutation.mutate, isPending: mutation.isPending, refusal: refusalOf(mutation.data) };
}

function refusalOf(answer: Answer | undefined) {
  if (!answer || answer.__typename === 'StateSourceSaved') return null;
  if (answer.__typename === 'InvalidInput') return { path: answer.path, message: `${answer.path} ${answer.message}` };
  return { path: '', message: t('setup.meanwhile') };
}
