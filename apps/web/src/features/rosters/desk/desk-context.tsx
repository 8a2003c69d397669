import { createContext, useContext } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { BoardAxis, BoardLayout, BoardZoom, LassoRect } from '../board/index.js';
import type { PlanningData } from './desk-mapper.js';
import type { DeskSession } from './desk-session.js';
import type { DeskState } from './desk-state.js';

/** Where the board is scrolled to and what lies where; kept outside React because it changes every frame. */
export interface ViewState {
  readonly axis: BoardAxis;
  readonly layout: BoardLayout;
  readonly zoom: BoardZoom;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** While rows run past, cells are not named: 120 ms after the last scroll they are. */
  readonly scrolling: boolean;
  /** How often the rows have come to rest. */
  readonly rests: number;
  /** The axis for which the place was chosen together with it; another one asks for a place. */
  readonly placed: BoardAxis | null;
  /** Pointer over the board, in pixels of the window; null when away. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
  /** What a change of zoom keeps under the pointer: a board minute, and its pixels from the left. Null: the day. */
  readonly anchor: { readonly minute: number; readonly x: number } | null;
  /** Drawn on empty ground, in pixels of the whole board. */
  readonly lasso: LassoRect | null;
}

/** Tools that open over the board. */
export type BoardTool = 'type' | 'fill' | 'assign' | 'insert';

export interface Team {
  readonly id: string;
  readonly name: string;
}

/** Acts of the desk that more than one part offers. */
export interface DeskActs {
  readonly showAgentDay: (agent: number, minute: number) => void;
  readonly openWhyShort: (slot: number) => void;
  readonly editSelection: () => void;
  /** On a narrow screen: the selection's panel, over the board. */
  readonly openSheet: () => void;
  readonly openTool: (tool: BoardTool) => void;
  readonly zoomTo: (zoom: BoardZoom) => void;
  readonly reload: () => void;
}

export interface Desk {
  readonly session: DeskSession;
  readonly view: StoreApi<ViewState>;
  readonly planning: PlanningData;
  readonly teams: readonly Team[];
  /** Zone in which times are written. */
  readonly displayZone: string;
  readonly snapMinutes: number;
  readonly readOnly: boolean;
  readonly mayGenerate: boolean;
  readonly mayPublish: boolean;
  readonly hasDemand: boolean;
  /** Queue of gap row and chart; all queues unless one is picked. */
  readonly queueId: string | undefined;
  readonly showQueue: (queueId: string | undefined) => void;
  readonly acts: DeskActs;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('desk (null) must be provided; use this only inside DeskScreen');
  return desk;
}

/** A part of the desk's state; the caller renders again only when it changes. */
export function useDeskState<Part>(select: (state: DeskState) => Part): Part {
  return useStore(useDesk().session.store, select);
}

export function useView<Part>(select: (view: ViewState) => Part): Part {
  return useStore(useDesk().view, select);
}
