import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { BoardZoom } from '../board/index.js';
import { dayInAddress } from './board-place.js';
import { BoardZoomer } from './board-zoomer.js';
import type { Desk } from './desk-context.js';
import type { RosterSearch } from './roster-board.search.js';

const zoomIn = ({ zoom }: RosterSearch): BoardZoom => zoom ?? 'day';

/** The zoom in the address when the board came up; it does not follow. */
export function useFirstZoom(): BoardZoom {
  const first = useRef<BoardZoom | null>(null);
  return useSearch({ from: '/signed-in/roster', select: (search) => (first.current ??= zoomIn(search)) });
}

interface ZoomerInput extends Pick<Desk, 'session' | 'view' | 'displayZone'> {
  readonly firstZoom: BoardZoom;
  readonly day: string | undefined;
  readonly onSearch: (change: Partial<RosterSearch>) => void;
}

/** The board's zoomer, the same as long as the board is. */
export function useZoomer(input: ZoomerInput): BoardZoomer {
  const latest = useRef(input);
  latest.current = input;
  const [zoomer] = useState(() => {
    const { session, view, firstZoom } = input;
    return new BoardZoomer(
      {
        session,
        view,
        displayZone: () => latest.current.displayZone,
        day: () => dayInAddress(session.state.model, latest.current.day),
        write: (zoom) => latest.current.onSearch({ zoom }),
      },
      firstZoom,
    );
  });
  return zoomer;
}

/** Has the zoomer follow the address; apart, so that the rest of the desk does not listen to it. */
export function ZoomAddress({ zoomer }: { readonly zoomer: BoardZoomer }) {
  const zoom = useSearch({ from: '/signed-in/roster', select: zoomIn });
  useEffect(() => zoomer.follow(zoom), [zoomer, zoom]);
  useEffect(() => () => zoomer.stop(), [zoomer]);
  return null;
}
