import { useQuery } from '@tanstack/react-query';
import { KPI_VARIABLES } from '@yotei/scheduling/formula';
import { useState } from 'react';
import { formatDateRange } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import {
  MeasureTablePreviewDocument,
  type ImportMeasureTableMutation,
  type MeasureTableInput,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextField } from '../../ui/fields.js';
import { ErrorState, QueryState, SkeletonRows } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { showToast } from '../../ui/toast.js';
import { FactColumns } from './fact-columns.js';
import { inputOfMapping, mappingOf, type Mapping } from './fact-mapping.js';
import type { Definitions } from './measures.model.js';
import { useImportTable } from './measures.queries.js';

type Taken = ImportMeasureTableMutation['importMeasureTable'];

function Outcome({ taken }: { readonly taken: Taken }) {
  if (taken.__typename === 'InvalidInput') {
    return (
      <p role="alert" className="y-kpi-refused">
        {taken.message}
      </p>
    );
  }
  const { readCount, acceptedCount, rejectedCount, firstOn, lastOn, rejects } = taken;
  return (
    <div role="status">
      <p>
        {t('measureTools.counts', { read: readCount, accepted: acceptedCount, rejected: rejectedCount })}{' '}
        {firstOn && lastOn ? formatDateRange(firstOn, lastOn) : null}
      </p>
      {rejects.length > 0 ? (
        <Table
          caption={t('measureTools.rejects')}
          rows={rejects}
          rowKey={({ record, column }) => `${record} ${column}`}
          columns={[
            { id: 'record', title: t('measureTools.record'), cell: ({ record }) => record, numeric: true },
            { id: 'column', title: t('measureTools.column'), cell: ({ column }) => column },
            { id: 'raw', title: t('measureTools.raw'), cell: ({ raw }) => <code>{raw}</code> },
            { id: 'why', title: t('measureTools.why'), cell: ({ message }) => message },
          ]}
        />
      ) : null}
    </div>
  );
}

function TableFields({
  mapping,
  header,
  onChange: change,
}: {
  readonly mapping: Mapping;
  readonly header: readonly string[];
  readonly onChange: (next: Partial<Mapping>) => void;
}) {
  const { queues } = useViewer().organisation;
  const columns = header.map((id) => ({ id, text: id }));
  return (
    <div className="y-kpi-beside">
      <Select
        label={t('measureTools.dateColumn')}
        value={mapping.dateColumn}
        options={columns}
        onChange={(dateColumn) => change({ dateColumn })}
      />
      <TextField
        label={t('measureTools.firstOn')}
        hint={t('measureTools.firstOnHint')}
        type="date"
        value={mapping.firstOn}
        onChange={(firstOn) => change({ firstOn })}
      />
      <Select
        label={t('measureTools.place')}
        value={mapping.place}
        options={[
          { id: 'all', text: t('measureTools.wholeOrganisation') },
          ...queues.map(({ id, name }) => ({ id, text: local(name) })),
          ...header.map((id) => ({ id: `column ${id}`, text: t('measureTools.queueColumn', { column: id }) })),
        ]}
        onChange={(place) => change({ place })}
      />
      <TextField
        label={t('measureTools.sourceName')}
        value={mapping.source}
        onChange={(source) => change({ source })}
        maxLength={40}
      />
    </div>
  );
}

/** Which columns are what, tried before anything is stored. */
function MappingForm({
  content,
  header,
  definitions,
  onClose,
}: {
  readonly content: string;
  readonly header: readonly string[];
  readonly definitions: Definitions;
  readonly onClose: () => void;
}) {
  const [mapping, setMapping] = useState<Mapping>(() => mappingOf(header));
  const change = (next: Partial<Mapping>) => setMapping({ ...mapping, ...next });
  const trial = useImportTable();
  const take = useImportTable();
  const input = (dryRun: boolean): MeasureTableInput => ({
    ...inputOfMapping(mapping, definitions, (name) => KPI_VARIABLES.some((one) => one.name === name)),
    content,
    dryRun,
  });
  const store = () =>
    take.mutate(input(false), {
      onSuccess: (taken) => {
        if (taken.__typename === 'InvalidInput') return;
        showToast({ text: t('measureTools.imported', { count: taken.acceptedCount }) });
        onClose();
      },
    });
  const shown = take.data ?? trial.data;
  return (
    <form className="y-kpi-import" onSubmit={(event) => (event.preventDefault(), trial.mutate(input(true)))}>
      <TableFields {...{ mapping, header }} onChange={change} />
      <FactColumns
        mapping={mapping}
        header={header}
        definitions={definitions}
        variables={KPI_VARIABLES}
        onChange={change}
      />
      {shown ? <Outcome taken={shown} /> : null}
      {(take.error ?? trial.error) ? <ErrorState error={take.error ?? trial.error} /> : null}
      <div className="y-kpi-acts">
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" isDisabled={trial.isPending}>
          {t('measureTools.try')}
        </Button>
        <Button
          kind="primary"
          onPress={store}
          isDisabled={trial.data?.__typename !== 'MeasureTableTaken' || take.isPending}
        >
          {t('measureTools.store')}
        </Button>
      </div>
    </form>
  );
}

/** A table of another system becomes facts: file, columns, trial, store. Again the same changes nothing. */
export function FactImport({
  definitions,
  onClose,
}: {
  readonly definitions: Definitions;
  readonly onClose: () => void;
}) {
  const [content, setContent] = useState('');
  const preview = useQuery({
    queryKey: ['measure-table', content.length, content.slice(0, 400)],
    queryFn: async () =>
      (await request(MeasureTablePreviewDocument, { content: content.slice(0, 20_000) })).measureTablePreview,
    enabled: content !== '',
  });
  return (
    <Dialog title={t('measureTools.importTitle')} isOpen onClose={onClose} width={860}>
      <p className="y-quiet">{t('measureTools.importLead')}</p>
      <label className="y-kpi-file">
        {t('measureTools.file')}{' '}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) void file.text().then(setContent);
          }}
        />
      </label>
      {content !== '' ? (
        <QueryState query={preview} skeleton={<SkeletonRows rows={4} />}>
          {({ header }) => <MappingForm key={header.join()} {...{ content, header, definitions, onClose }} />}
        </QueryState>
      ) : null}
    </Dialog>
  );
}
