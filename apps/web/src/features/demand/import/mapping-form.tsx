import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import { homeSite, useViewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import { StartImportDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { Checkbox, Select } from '../../../ui/fields.js';
import { ErrorState } from '../../../ui/states.js';
import type { ImportPreview } from './upload.js';
import { fieldsOf, missingFields } from './import-fields.js';

export interface MappingFormProps {
  readonly preview: ImportPreview;
  readonly onCancel: () => void;
  readonly onStarted: (jobId: string) => void;
}

const NONE = '';
/** Enough to recognise a file by, few enough to keep the form in sight. */
const SHOWN_ROWS = 6;
const AMBIGUOUS = ['reject', 'earlier', 'later'] as const;
type Ambiguous = (typeof AMBIGUOUS)[number];

function useMapping({ preview, onStarted }: MappingFormProps) {
  const viewer = useViewer();
  const client = useQueryClient();
  const site = homeSite(viewer);
  const [columnMap, setColumnMap] = useState<Readonly<Record<string, string>>>(preview.columnMap);
  const [siteId, setSiteId] = useState(site.id);
  const [zone, setZone] = useState(site.zone);
  const [ambiguous, setAmbiguous] = useState<Ambiguous>('reject');
  const [queueId, setQueueId] = useState(NONE);
  const [createQueues, setCreateQueues] = useState(true);
  const start = useMutation({
    mutationFn: async () =>
      (
        await request(StartImportDocument, {
          input: {
            uploadId: preview.uploadId,
            sourceId: preview.sourceId,
            columnMap: Object.fromEntries(Object.entries(columnMap).filter(([, column]) => column)),
            zone,
            ambiguous,
            siteId,
            createQueues,
            defaultQueueId: queueId || null,
          },
        })
      ).startImport,
    onSuccess: async (result) => {
      if (result.__typename !== 'ImportStarted') return;
      await client.invalidateQueries({ queryKey: ['import-runs'] });
      onStarted(result.job.id);
    },
  });
  const chooseSite = (id: string) => {
    setSiteId(id);
    setZone(viewer.organisation.sites.find((one) => one.id === id)?.zone ?? zone);
  };
  return {
    viewer,
    columnMap,
    setColumnMap,
    siteId,
    chooseSite,
    zone,
    setZone,
    ambiguous,
    setAmbiguous,
    queueId,
    setQueueId,
    createQueues,
    setCreateQueues,
    start,
  };
}

type Mapping = ReturnType<typeof useMapping>;

function Columns({ preview, mapping }: { readonly preview: ImportPreview; readonly mapping: Mapping }) {
  const { columnMap, setColumnMap } = mapping;
  const columns = [
    { id: NONE, text: t('import.noColumn') },
    ...preview.header.map((name) => ({ id: name, text: name })),
  ];
  return (
    <fieldset className="y-mapping">
      <legend>
        {t('import.columns')} {preview.remembered ? <Chip tone="good">{t('import.remembered')}</Chip> : null}
      </legend>
      {fieldsOf(preview.sourceId, columnMap).map(({ id, text, required }) => (
        <Select
          key={id}
          label={`${t(text)}${required ? ` (${t('import.required')})` : ''}`}
          value={columnMap[id] ?? NONE}
          options={columns}
          error={required && !columnMap[id] ? t('import.columnMissing') : undefined}
          onChange={(column) => setColumnMap((before) => ({ ...before, [id]: column }))}
        />
      ))}
    </fieldset>
  );
}

function Zones({ mapping }: { readonly mapping: Mapping }) {
  const { viewer, siteId, chooseSite, zone, setZone, ambiguous, setAmbiguous } = mapping;
  const zones = [
    ...new Set([
      zone,
      ...viewer.organisation.sites.map((site) => site.zone),
      'UTC',
      ...Intl.supportedValuesOf('timeZone'),
    ]),
  ];
  return (
    <fieldset className="y-mapping">
      <legend>{t('import.times')}</legend>
      <Select
        label={t('import.site')}
        value={siteId}
        options={viewer.organisation.sites.map(({ id, name }) => ({ id, text: name }))}
        onChange={chooseSite}
      />
      <Select
        label={t('import.zone')}
        hint={t('import.zoneHint')}
        value={zone}
        options={zones.map((id) => ({ id, text: id }))}
        onChange={setZone}
      />
      <Select
        label={t('import.ambiguous')}
        hint={t('import.ambiguousHint')}
        value={ambiguous}
        options={AMBIGUOUS.map((id) => ({ id, text: t(`import.ambiguous.${id}`) }))}
        onChange={(id) => setAmbiguous(id as Ambiguous)}
      />
    </fieldset>
  );
}

function Queues({ preview, mapping }: { readonly preview: ImportPreview; readonly mapping: Mapping }) {
  const { viewer, columnMap, queueId, setQueueId, createQueues, setCreateQueues } = mapping;
  const inFile = Boolean(columnMap['queue']);
  return (
    <fieldset className="y-mapping">
      <legend>{t('import.queues')}</legend>
      {inFile ? (
        <Checkbox isSelected={createQueues} onChange={setCreateQueues}>
          {t('import.createQueues')}
        </Checkbox>
      ) : (
        <Select
          label={t('import.defaultQueue')}
          value={queueId || null}
          placeholder={t('import.newQueue', { name: preview.fileName })}
          options={viewer.organisation.queues.map(({ id, name }) => ({ id, text: local(name) }))}
          onChange={setQueueId}
        />
      )}
    </fieldset>
  );
}

function PreviewTable({
  preview,
  columnMap,
}: {
  readonly preview: ImportPreview;
  readonly columnMap: Readonly<Record<string, string>>;
}) {
  const fieldOf = new Map(Object.entries(columnMap).map(([id, column]) => [column, id]));
  const texts = new Map(fieldsOf(preview.sourceId, columnMap).map(({ id, text }) => [id, t(text)]));
  return (
    <div className="y-table-scroll" tabIndex={0} role="region" aria-label={t('import.preview')}>
      <table className="y-table y-preview">
        <caption className="y-hidden">{t('import.preview')}</caption>
        <thead>
          <tr>
            {preview.header.map((name) => (
              <th key={name} scope="col" data-used={fieldOf.has(name)}>
                {name}
                <small>{texts.get(fieldOf.get(name) ?? '') ?? t('import.unused')}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sampleRows.slice(0, SHOWN_ROWS).map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => (
                <td key={column}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the file holds and how it is to be read: columns, zone, clock changes, queues. */
export function MappingForm(props: MappingFormProps) {
  const { preview, onCancel } = props;
  const mapping = useMapping(props);
  const missing = missingFields(preview.sourceId, mapping.columnMap);
  const result = mapping.start.data;
  return (
    <section className="y-panel" aria-labelledby="mapping-title">
      <div className="y-panel-head">
        <h2 id="mapping-title">{preview.fileName}</h2>
        <Chip>{t('import.source', { source: preview.sourceId })}</Chip>
      </div>
      <PreviewTable preview={preview} columnMap={mapping.columnMap} />
      <div className="y-panel-body y-import-form">
        {preview.problems.length && missing.length ? (
          <ul role="alert" className="y-refused">
            {missing.map(({ id, text }) => (
              <li key={id}>{t('import.fieldMissing', { field: t(text) })}</li>
            ))}
          </ul>
        ) : null}
        <Columns preview={preview} mapping={mapping} />
        <Zones mapping={mapping} />
        <Queues preview={preview} mapping={mapping} />
        {result && result.__typename !== 'ImportStarted' ? (
          <p role="alert" className="y-refused">
            {result.message}
          </p>
        ) : null}
        {mapping.start.error ? <ErrorState error={mapping.start.error} /> : null}
        <div className="y-settings-foot">
          <Button onPress={onCancel}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={missing.length > 0 || mapping.start.isPending}
            onPress={() => mapping.start.mutate()}
          >
            {t('import.start')}
          </Button>
        </div>
      </div>
    </section>
  );
}
