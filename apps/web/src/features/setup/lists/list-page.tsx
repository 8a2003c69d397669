import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/fields.js';
import { EmptyState, QueryState, SkeletonRows } from '../../../ui/states.js';
import { Table, type Column } from '../../../ui/table.js';
import { listsQuery, type SetupLists } from '../setup.queries.js';

interface Row {
  readonly id: string;
  readonly archived?: boolean;
}

interface ListProps<T extends Row> {
  /** Names the table. */
  readonly title: string;
  readonly rows: readonly T[];
  readonly nameOf: (row: T) => string;
  readonly columns: readonly Column<T>[];
  readonly addText: string;
  /** The fields of one row, or of a new one. */
  readonly dialog: (row: T | null, onClose: () => void) => ReactNode;
}

/** A short list of the set-up: press a name to change it. What was put away is shown on request. */
export function SetupList<T extends Row>({ title, rows, nameOf, columns, addText, dialog }: ListProps<T>) {
  const mayEdit = can(useViewer(), 'organisation.edit');
  const [withArchived, setWithArchived] = useState(false);
  const [editing, setEditing] = useState<T | 'new' | null>(null);
  const shown = rows.filter(({ archived }) => withArchived || !archived);
  const name: Column<T> = {
    id: 'name',
    title: t('setup.title'),
    cell: (row) =>
      mayEdit ? (
        <button type="button" className="su-name" onClick={() => setEditing(row)}>
          {nameOf(row)}
        </button>
      ) : (
        nameOf(row)
      ),
  };
  return (
    <>
      <div className="su-bar">
        {rows.some(({ archived }) => archived) ? (
          <Checkbox isSelected={withArchived} onChange={setWithArchived}>
            {t('setup.withArchived')}
          </Checkbox>
        ) : null}
        <span className="su-bar-fill" />
        {mayEdit ? (
          <Button
            kind="primary"
            icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
            onPress={() => setEditing('new')}
          >
            {addText}
          </Button>
        ) : null}
      </div>
      {shown.length === 0 ? (
        <EmptyState title={title} text={t('setup.emptyList')} />
      ) : (
        <div className="su-panel">
          <Table caption={title} columns={[name, ...columns]} rows={shown} rowKey={({ id }) => id} />
        </div>
      )}
      {editing ? dialog(editing === 'new' ? null : editing, () => setEditing(null)) : null}
    </>
  );
}

/** The lists of the organisation, read once for all pages that show them. */
export function WithLists({ children }: { readonly children: (lists: SetupLists) => ReactNode }) {
  const query = useQuery(listsQuery);
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={8} height={32} />}>
      {children}
    </QueryState>
  );
}
