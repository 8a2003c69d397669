import type { ZoneId } from '@yotei/time';
import { layOn, workpieceOf, type Workpiece } from './apply-layers.js';
import type { DemandLayer, EditableSeries } from './demand-layer.js';
import { indexRange } from './touched-intervals.js';

/** What one layer changes, given the layers below it, over its part of the grid. */
export interface LayerEffect {
  readonly contactsBefore: number;
  readonly contactsAfter: number;
  /** Hours of handling: contacts × mean handle seconds / 3600. Unknown handle times count nothing. */
  readonly workloadHoursBefore: number;
  readonly workloadHoursAfter: number;
}

function sumsOf(piece: Workpiece, { from, until }: { from: number; until: number }) {
  let contacts = 0;
  let seconds = 0;
  for (let i = from; i < until; i += 1) {
    const count = piece.contacts[i]!;
    if (Number.isNaN(count)) continue;
    contacts += count;
    const handle = piece.averageHandleSeconds[i]!;
    if (!Number.isNaN(handle)) seconds += count * handle;
  }
  return { contacts, hours: seconds / 3600 };
}

/**
 * The effect of each layer in the order given. The sums run over all open intervals of a layer's range, those its
 * pattern leaves out included, so that a percentage reads as of the range.
 */
export function layerEffects(
  base: EditableSeries,
  layers: readonly DemandLayer[],
  zone: ZoneId,
): readonly LayerEffect[] {
  const piece = workpieceOf(base, zone);
  return layers.map((layer) => {
    const range = indexRange(piece.grid, layer);
    const before = sumsOf(piece, range);
    layOn(piece, layer);
    const after = sumsOf(piece, range);
    return {
      contactsBefore: before.contacts,
      contactsAfter: after.contacts,
      workloadHoursBefore: before.hours,
      workloadHoursAfter: after.hours,
    };
  });
}
