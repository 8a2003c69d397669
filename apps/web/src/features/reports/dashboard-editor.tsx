import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { local, t } from '../../app/i18n/t.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Checkbox, Select, TextField } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { reportChoicesQuery, useSaveDashboard, type Dashboard, type DashboardTile } from './reports.queries.js';
import { TileAdder, type MeasureChoice } from './tile-adder.js';
import { TileArranger } from './tile-arranger.js';
import { NEEDS_MEASURE, TILE_KINDS } from './tile-order.js';

const ROLES = ['admin', 'planner', 'manager', 'supervisor'] as const;

interface EditorProps {
  /** Null: a new one. */
  readonly dashboard: Dashboard | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

interface Draft {
  readonly title: string;
  readonly period: string;
  readonly sharedWith: readonly string[];
  readonly tiles: readonly DashboardTile[];
}

function useDraft(dashboard: Dashboard | null) {
  const [draft, setDraft] = useState<Draft>(
    dashboard ?? { title: '', period: 'last-4-weeks', sharedWith: [], tiles: [] },
  );
  return { draft, set: (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change })) };
}

/** What a tile is called while it is arranged. */
function nameOf({ kind, measureId, text }: DashboardTile, measures: readonly MeasureChoice[]): string {
  const known = TILE_KINDS.find((one) => one === kind);
  const words = known ? t(`reports.kind_${known}`) : kind;
  const measure = measures.find(({ id }) => id === measureId);
  if (known && NEEDS_MEASURE.includes(known) && measure)
    return t('reports.tileOf', { kind: words, name: local(measure.title) });
  return text ? t('reports.tileOf', { kind: words, name: text.slice(0, 40) }) : words;
}

/** Why it was not stored, in words. */
function refusalOf(answer: ReturnType<typeof useSaveDashboard>['data']): string | null {
  switch (answer?.__typename) {
    case undefined:
    case 'DashboardSaved':
      return null;
    case 'InvalidInput':
      return answer.path === 'title' ? t('reports.titleNeeded') : t('reports.invalid', { message: answer.message });
    default:
      return t('reports.editedMeanwhile');
  }
}

interface FieldsProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly periods: readonly MeasureChoice[];
  readonly measures: readonly MeasureChoice[];
}

function EditorFields({ draft, set, periods, measures }: FieldsProps) {
  const share = (role: string, on: boolean) =>
    set({ sharedWith: ROLES.filter((one) => (one === role ? on : draft.sharedWith.includes(one))) });
  return (
    <div className="rp-form">
      <div className="rp-form-row">
        <TextField label={t('reports.title')} value={draft.title} onChange={(title) => set({ title })} />
        <Select
          label={t('reports.period')}
          value={draft.period}
          options={periods.map(({ id, title }) => ({ id, text: local(title) }))}
          onChange={(period) => set({ period })}
        />
      </div>
      <fieldset className="rp-checks">
        <legend>{t('reports.sharedWith')}</legend>
        {ROLES.map((role) => (
          <Checkbox key={role} isSelected={draft.sharedWith.includes(role)} onChange={(on) => share(role, on)}>
            {t(`reports.role_${role}`)}
          </Checkbox>
        ))}
      </fieldset>
      <TileArranger
        tiles={draft.tiles}
        nameOf={(tile) => nameOf(tile, measures)}
        onChange={(tiles) => set({ tiles })}
      />
      <TileAdder measures={measures} onAdd={(tile) => set({ tiles: [...draft.tiles, tile] })} />
    </div>
  );
}

/** Title, days, readers and tiles of a dashboard. */
export function DashboardEditor({ dashboard, onClose, onSaved }: EditorProps) {
  const choices = useQuery(reportChoicesQuery);
  const { draft, set } = useDraft(dashboard);
  const save = useSaveDashboard();
  const store = () =>
    save.mutate(
      {
        ...(dashboard ? { id: dashboard.id, version: dashboard.version } : {}),
        title: draft.title,
        period: draft.period,
        sharedWith: [...draft.sharedWith],
        tiles: draft.tiles.map(({ id, kind, width, measureId, queueId, cut, text, path }) => ({
          ...{ id, kind, width, measureId, queueId, cut, text, path },
        })),
      },
      { onSuccess: (answer) => answer.__typename === 'DashboardSaved' && onSaved(answer.dashboard.id) },
    );
  const refusal = save.isError ? t('ui.failed') : refusalOf(save.data);
  return (
    <Dialog
      title={dashboard ? t('reports.arrangeTitle', { title: dashboard.title }) : t('reports.add')}
      isOpen
      onClose={onClose}
      width={960}
      footer={
        <>
          {refusal ? <span role="alert">{refusal}</span> : null}
          <Button onPress={onClose}>{t('reports.cancel')}</Button>
          <Button kind="primary" isDisabled={draft.title.trim() === '' || save.isPending} onPress={store}>
            {t('reports.save')}
          </Button>
        </>
      }
    >
      <QueryState query={choices} skeleton={<SkeletonRows rows={6} />}>
        {({ reportPeriods, reportMeasures }) => (
          <EditorFields draft={draft} set={set} periods={reportPeriods} measures={reportMeasures} />
        )}
      </QueryState>
    </Dialog>
  );
}
