import { layerEffects, type DemandLayer, type EditableSeries } from '@yotei/forecast/edits';
import { formatNumber } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { layerText } from '../layers/layer-text.js';

/** What an edit would do, while the hand still moves: `Contacts +12 % · 1,240 → 1,389`. */
export function previewText(layer: DemandLayer, now: EditableSeries, zone: string): string {
  const { contactsBefore, contactsAfter } = layerEffects(now, [layer], zone)[0]!;
  if (layer.measure === 'handle_seconds') return layerText(layer);
  return t('demandEdit.preview', {
    what: layerText(layer),
    before: formatNumber(contactsBefore),
    after: formatNumber(contactsAfter),
  });
}
