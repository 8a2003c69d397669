import { useMemo } from 'react';
import { t } from '../../../app/i18n/t.js';
import { useLatest } from '../../../app/use-latest.js';
import { showToast } from '../../../ui/toast.js';
import type { Range } from '../scenarios.queries.js';
import { comparedIds, MOST_COMPARED } from '../scenarios.search.js';
import type { ScenarioItem } from '../tree/scenario-tree.model.js';
import type { Shown } from '../use-shown.js';

/** What stands side by side: scenarios of the same days, at most {@link MOST_COMPARED}. */
export function useCompareChoice({
  view,
  items,
  shown,
}: {
  readonly view: Range;
  readonly items: readonly ScenarioItem[];
  readonly shown: Shown;
}) {
  const { comparable, compared } = useMemo(() => {
    const alike = items.filter(({ fromOn, days }) => fromOn === view.fromOn && days === view.days);
    const ids = alike.map(({ id }) => id);
    const chosen = comparedIds(shown.search.compare, ids);
    return { comparable: ids, compared: chosen.flatMap((id) => alike.find((one) => one.id === id) ?? []) };
  }, [items, view, shown.search.compare]);
  const comparedKeys = useMemo(() => compared.map(({ id }) => id), [compared]);
  const compare = useLatest((id: string, on: boolean) => {
    if (on && compared.length >= MOST_COMPARED) return showToast({ text: t('scenarios.compareFull') });
    const ids = on ? [...comparedKeys, id] : comparedKeys.filter((one) => one !== id);
    shown.show({ compare: ids.join(',') || undefined, ...(on ? { view: 'compare' as const } : {}) });
  });
  return { comparable, compared, comparedKeys, compare };
}
