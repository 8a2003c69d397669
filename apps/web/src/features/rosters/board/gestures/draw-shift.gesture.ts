import type { EntryTemplate } from '../entry-shift.js';
import type { Proposal } from '../edits.js';
import type { BoardModel } from '../model.js';
import { placeAll, tile } from '../tiling.js';
import { isFree, LEAST_SHIFT_MINUTES, proposalOf } from './gesture.js';
import { entryFromTemplate } from './shift-form.gesture.js';

/**
 * A new shift over the span drawn by hand, with the activities of the contract's template nearest in length where they
 * fit. Nothing while the span is shorter than a shift may be, or where the agent works already.
 */
export function drawShift(
  model: BoardModel,
  span: { readonly agent: number; readonly start: number; readonly length: number },
  { templates, newId }: { readonly templates: readonly EntryTemplate[]; readonly newId: string },
): Proposal {
  const { agent, start, length } = span;
  const label = { verb: 'add', what: 'shift' } as const;
  if (length < LEAST_SHIFT_MINUTES || !isFree(model, agent, { start, length, ignoreId: '' }))
    return proposalOf(model, label, []);
  const template = nearest(templates, length);
  const wanted = template ? entryFromTemplate(model, template, { agent, start }).placed : [];
  const placed = placeAll(span, wanted) ?? [];
  const shift = {
    id: newId,
    version: 0,
    agent,
    start,
    length,
    templateId: template?.lengthMinutes === length ? template.id : null,
    locked: false,
    handEdited: true,
    changed: true,
    activities: tile(span, placed, model.baseType),
  };
  return proposalOf(model, label, [{ before: null, after: shift }]);
}

function nearest(templates: readonly EntryTemplate[], length: number): EntryTemplate | undefined {
  const distance = (template: EntryTemplate) => Math.abs(template.lengthMinutes - length);
  return [...templates].sort((a, b) => distance(a) - distance(b))[0];
}
