import { Plus } from 'lucide-react';
import { useState } from 'react';
import { local, t } from '../../app/i18n/t.js';
import { useViewer } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Select, TextField } from '../../ui/fields.js';
import type { DashboardTile } from './reports.queries.js';
import { NEEDS_MEASURE, TILE_KINDS, type TileKind } from './tile-order.js';

const ALL = 'all';
const CUTS = ['queue', 'channel', 'site', 'team'] as const;
type Cut = (typeof CUTS)[number];
/** Columns a new tile of the kind has. */
const WIDTHS: Readonly<Record<TileKind, number>> = {
  ...{ measure: 1, chart: 2, table: 2, text: 1 },
  ...{ wellbeing: 4, coverage: 4, scenarios: 1 },
};

export interface MeasureChoice {
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
}

/** Puts a new tile at the end. */
export function TileAdder({
  measures,
  onAdd,
}: {
  readonly measures: readonly MeasureChoice[];
  readonly onAdd: (tile: DashboardTile) => void;
}) {
  const [kind, setKind] = useState<TileKind>('measure');
  const [measureId, setMeasure] = useState(measures[0]?.id ?? '');
  const [queueId, setQueue] = useState(ALL);
  const [cut, setCut] = useState<Cut>('queue');
  const [text, setText] = useState('');
  const isMeasured = NEEDS_MEASURE.includes(kind);
  const isWritten = kind === 'text' || kind === 'scenarios';
  const isSound = isMeasured ? measureId !== '' : !isWritten || text.trim() !== '';
  const add = () => {
    onAdd({
      id: crypto.randomUUID(),
      kind,
      width: WIDTHS[kind],
      measureId: isMeasured ? measureId : null,
      queueId: isMeasured && kind !== 'table' && queueId !== ALL ? queueId : null,
      cut: kind === 'table' ? cut : null,
      text: kind === 'text' ? text : null,
      path: kind === 'scenarios' ? text.trim().replace(window.location.origin, '') : null,
    });
    setText('');
  };
  return (
    <div className="rp-form-row">
      <Select
        label={t('reports.tileKind')}
        value={kind}
        options={TILE_KINDS.map((one) => ({ id: one, text: t(`reports.kind_${one}`) }))}
        onChange={(next) => setKind(TILE_KINDS.find((one) => one === next) ?? 'measure')}
      />
      {isMeasured ? (
        <Select
          label={t('reports.measure')}
          value={measureId}
          options={measures.map(({ id, title }) => ({ id, text: local(title) }))}
          onChange={setMeasure}
        />
      ) : null}
      {isMeasured && kind !== 'table' ? <QueueSelect value={queueId} onChange={setQueue} /> : null}
      {kind === 'table' ? <CutSelect value={cut} onChange={setCut} /> : null}
      {isWritten ? (
        <TextField
          label={t(kind === 'text' ? 'reports.text' : 'reports.comparison')}
          hint={kind === 'scenarios' ? t('reports.comparisonHint') : undefined}
          value={text}
          onChange={setText}
        />
      ) : null}
      <Button icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} isDisabled={!isSound} onPress={add}>
        {t('reports.addTile')}
      </Button>
    </div>
  );
}

function QueueSelect({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { queues } = useViewer().organisation;
  const all = { id: ALL, text: t('reports.allQueues') };
  const options = [all, ...queues.map(({ id, name }) => ({ id, text: local(name) }))];
  return <Select label={t('reports.queue')} value={value} options={options} onChange={onChange} />;
}

function CutSelect({ value, onChange }: { readonly value: Cut; readonly onChange: (cut: Cut) => void }) {
  return (
    <Select
      label={t('reports.cut')}
      value={value}
      options={CUTS.map((one) => ({ id: one, text: t(`reports.cut_${one}`) }))}
      onChange={(next) => onChange(CUTS.find((one) => one === next) ?? 'queue')}
    />
  );
}
