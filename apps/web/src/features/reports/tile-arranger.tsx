import { ArrowLeft, ArrowRight, Maximize2, Minimize2, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { t } from '../../app/i18n/t.js';
import { IconButton } from '../../ui/button.js';
import type { DashboardTile } from './reports.queries.js';
import { moveTile, tileAfterKey, widenTile } from './tile-order.js';

interface ArrangerProps {
  readonly tiles: readonly DashboardTile[];
  readonly nameOf: (tile: DashboardTile) => string;
  readonly onChange: (tiles: readonly DashboardTile[]) => void;
}

const SIZE = { size: 14, strokeWidth: 1.75 } as const;

interface PlacedProps {
  readonly tile: DashboardTile;
  readonly name: string;
  readonly place: number;
  readonly tiles: readonly DashboardTile[];
  readonly onChange: (tiles: readonly DashboardTile[]) => void;
}

/** The same acts as by mouse and keyboard, for those who use neither. */
function TileActs({ tile, name, place, tiles, onChange }: PlacedProps) {
  const { id, width } = tile;
  return (
    <span className="rp-tile-acts">
      <IconButton
        label={t('reports.earlier', { name })}
        icon={<ArrowLeft {...SIZE} />}
        isDisabled={place === 0}
        onPress={() => onChange(moveTile(tiles, id, place - 1))}
      />
      <IconButton
        label={t('reports.later', { name })}
        icon={<ArrowRight {...SIZE} />}
        isDisabled={place === tiles.length - 1}
        onPress={() => onChange(moveTile(tiles, id, place + 1))}
      />
      <IconButton
        label={t('reports.narrower', { name })}
        icon={<Minimize2 {...SIZE} />}
        isDisabled={width === 1}
        onPress={() => onChange(widenTile(tiles, id, -1))}
      />
      <IconButton
        label={t('reports.wider', { name })}
        icon={<Maximize2 {...SIZE} />}
        isDisabled={width === 4}
        onPress={() => onChange(widenTile(tiles, id, 1))}
      />
      <IconButton
        label={t('reports.removeTile', { name })}
        icon={<Trash2 {...SIZE} />}
        onPress={() => onChange(tiles.filter((one) => one.id !== id))}
      />
    </span>
  );
}

interface Dragging {
  readonly dragged: string | undefined;
  readonly over: string | undefined;
}

/** One tile: an option of a list, dragged by the mouse and moved by the arrow keys while it has the focus. */
function Placed(props: PlacedProps & { readonly dragging: Dragging; readonly onDragging: (to: Dragging) => void }) {
  const { tile, name, place, tiles, onChange, dragging, onDragging } = props;
  const { dragged, over } = dragging;
  const drop = () => {
    if (dragged && dragged !== tile.id) onChange(moveTile(tiles, dragged, place));
    onDragging(NO_DRAG);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = event.target === event.currentTarget ? tileAfterKey(tiles, tile.id, event) : null;
    if (!next) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <li
      className="rp-tile rp-block"
      data-width={tile.width}
      data-over={over === tile.id && dragged !== tile.id}
      data-dragged={dragged === tile.id}
      draggable
      tabIndex={0}
      aria-label={t('reports.tileAt', { name, place: place + 1, count: tiles.length, width: tile.width })}
      aria-describedby="rp-arrange-hint"
      onDragStart={() => onDragging({ dragged: tile.id, over: undefined })}
      onDragOver={(event) => {
        event.preventDefault();
        onDragging({ dragged, over: tile.id });
      }}
      onDragEnd={() => onDragging(NO_DRAG)}
      onDrop={drop}
      onKeyDown={onKeyDown}
    >
      <strong>{name}</strong>
      <TileActs tile={tile} name={name} place={place} tiles={tiles} onChange={onChange} />
    </li>
  );
}

const NO_DRAG: Dragging = { dragged: undefined, over: undefined };

/** Tiles in their order and width: dragged, moved by the arrow keys, or by the buttons of each. */
export function TileArranger({ tiles, nameOf, onChange }: ArrangerProps) {
  const [dragging, setDragging] = useState(NO_DRAG);
  const [said, setSaid] = useState('');
  const change = (next: readonly DashboardTile[], id: string) => {
    onChange(next);
    const place = next.findIndex((tile) => tile.id === id);
    const tile = next[place];
    const values = { place: place + 1, count: next.length };
    if (tile) setSaid(t('reports.placed', { ...values, name: nameOf(tile), width: tile.width }));
  };
  return (
    <>
      <p className="y-quiet" id="rp-arrange-hint">
        {t('reports.arrangeHint')}
      </p>
      <ul className="rp-tiles" aria-label={t('reports.tiles')}>
        {tiles.map((tile, place) => (
          <Placed
            key={tile.id}
            {...{ tile, tiles, place, dragging }}
            name={nameOf(tile)}
            onChange={(next) => change(next, dragging.dragged ?? tile.id)}
            onDragging={setDragging}
          />
        ))}
      </ul>
      <p className="y-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}
