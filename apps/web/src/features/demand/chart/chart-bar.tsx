import { Hand, Maximize2, PencilLine, Redo2, Undo2, ZoomIn, ZoomOut } from 'lucide-react';
import { t } from '../../../app/i18n/t.js';
import { IconButton } from '../../../ui/button.js';
import { Select } from '../../../ui/fields.js';
import type { ChartRange } from '../../../ui/plot-parts.js';
import type { Desk } from '../layers/use-desk.js';
import type { ChartTool } from './gesture-context.js';
import { PASTS, type Past } from '../demand.search.js';
import { zoomed } from './window.js';

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function StepButtons({ desk }: { readonly desk: Desk }) {
  const { draft, steps } = desk;
  return (
    <>
      <IconButton
        label={t('demandEdit.undoStep')}
        icon={<Undo2 {...icon} />}
        isDisabled={(draft.length === 0 && !steps.canUndo) || steps.busy}
        onPress={desk.undo}
      />
      <IconButton
        label={t('demandEdit.redoStep')}
        icon={<Redo2 {...icon} />}
        isDisabled={draft.length > 0 || !steps.canRedo || steps.busy}
        onPress={desk.redo}
      />
    </>
  );
}

export interface ChartBarProps {
  readonly desk: Desk | null;
  readonly tool: ChartTool;
  readonly onTool: (tool: ChartTool) => void;
  readonly past: Past;
  readonly onPast: (past: Past) => void;
  readonly window: ChartRange;
  readonly bounds: ChartRange;
  readonly onWindow: (window: ChartRange) => void;
}

/** What the hand does on the chart, what of the past lies under it, how much of it is seen. */
export function ChartBar({ desk, tool, onTool, past, onPast, window, bounds, onWindow }: ChartBarProps) {
  const middle = (window.fromAt + window.untilAt) / 2;
  const zoom = (factor: number) => onWindow(zoomed(window, { at: middle, factor, bounds }));
  return (
    <div className="y-chart-bar" role="group" aria-label={t('demandEdit.chartTools')}>
      {desk?.mayEdit ? (
        <>
          <span className="y-tool" data-on={tool === 'point'}>
            <IconButton
              label={t('demandEdit.toolPoint')}
              icon={<Hand {...icon} />}
              aria-pressed={tool === 'point'}
              onPress={() => onTool('point')}
            />
          </span>
          <span className="y-tool" data-on={tool === 'draw'}>
            <IconButton
              label={t('demandEdit.toolDraw')}
              icon={<PencilLine {...icon} />}
              aria-pressed={tool === 'draw'}
              onPress={() => onTool('draw')}
            />
          </span>
          <StepButtons desk={desk} />
        </>
      ) : null}
      <span className="y-toolbar-fill" />
      <div className="y-past-picker">
        <Select
          label={t('demandEdit.past')}
          hideLabel
          value={past}
          options={PASTS.map((id) => ({ id, text: t(`demandEdit.past${id}`) }))}
          onChange={(id) => onPast(id as Past)}
        />
      </div>
      <IconButton label={t('demandEdit.zoomIn')} icon={<ZoomIn {...icon} />} onPress={() => zoom(0.5)} />
      <IconButton label={t('demandEdit.zoomOut')} icon={<ZoomOut {...icon} />} onPress={() => zoom(2)} />
      <IconButton label={t('demandEdit.zoomAll')} icon={<Maximize2 {...icon} />} onPress={() => onWindow(bounds)} />
    </div>
  );
}
