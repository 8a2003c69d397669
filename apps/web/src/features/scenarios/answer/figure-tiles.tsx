import { COST_PARTS } from '@yotei/scheduling/costs';
import type { ScenarioFigures } from '@yotei/scheduling/scenarios';
import { memo, useCallback, useRef, useState } from 'react';
import { Button as AriaButton, Dialog, Popover } from 'react-aria-components';
import { t } from '../../../app/i18n/t.js';
import { Difference } from './difference.js';
import { differenceOf, figureOf, figureText, type Figure, type FigureId } from './figures.model.js';

const FIRST: readonly FigureId[] = [
  'requiredHours',
  'peakAgents',
  'requiredFte',
  'serviceLevel',
  'occupancy',
  'chanceToMeet',
  'cost',
  'abandonment',
];
const FURTHER: readonly FigureId[] = [
  'requiredPaidHours',
  'requiredCost',
  'asa',
  'missedIntervals',
  'contacts',
  'handleTime',
  'botContacts',
  'workingHours',
];

export interface FigureTilesProps {
  readonly base: ScenarioFigures;
  readonly scenario: ScenarioFigures;
  readonly currency: string | null;
}

/** The parts a cost is made of, those that are not nothing. */
function CostParts({ figure, base, scenario, currency }: FigureTilesProps & { readonly figure: Figure }) {
  const [before, after] = [base, scenario].map((it) => (figure.id === 'cost' ? it.cost : it.requiredCost));
  if (!before || !after) return null;
  const shown = COST_PARTS.filter((part) => before[part] !== 0 || after[part] !== 0);
  return (
    <table className="y-scn-parts">
      <thead>
        <tr>
          <th scope="col">{t('scenarios.costPart')}</th>
          <th scope="col">{t('scenarios.base')}</th>
          <th scope="col">{t('scenarios.scenario')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((part) => (
          <tr key={part}>
            <th scope="row">{t(`scenarios.cost.${part}`)}</th>
            <td data-value={String(before[part])}>{figureText(figure, before[part], currency)}</td>
            <td data-value={String(after[part])}>{figureText(figure, after[part], currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a number means, its formula, and both values with every digit. */
function Opened(props: FigureTilesProps & { readonly figure: Figure }) {
  const { figure, base, scenario } = props;
  return (
    <>
      <h3>{t(`scenarios.figure.${figure.id}`)}</h3>
      <p>{t(`scenarios.means.${figure.id}`)}</p>
      <dl className="y-scn-exact">
        <dt>{t('scenarios.base')}</dt>
        <dd>{String(figure.of(base))}</dd>
        <dt>{t('scenarios.scenario')}</dt>
        <dd>{String(figure.of(scenario))}</dd>
      </dl>
      {figure.unit === 'money' ? <CostParts {...props} /> : null}
    </>
  );
}

/** One number with its base and difference; a press opens what it means and is made of. */
const Tile = memo(function Tile(props: {
  readonly id: FigureId;
  readonly before: number;
  readonly after: number;
  readonly currency: string | null;
  readonly isOpen: boolean;
  readonly onOpen: (id: FigureId, tile: HTMLElement) => void;
}) {
  const { id, before, after, currency, isOpen, onOpen } = props;
  const figure = figureOf(id);
  return (
    <li>
      {/* A plain button: tiles are drawn at every move of a slider, and there may be sixteen. */}
      <button
        type="button"
        className="y-scn-tile"
        data-figure={id}
        data-value={String(after)}
        data-base={String(before)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={({ currentTarget }) => onOpen(id, currentTarget)}
      >
        <span className="y-scn-tile-title">{t(`scenarios.figure.${id}`)}</span>
        <strong>{figureText(figure, after, currency)}</strong>
        <Difference {...differenceOf(figure, { base: before, scenario: after, currency })} />
        <span className="y-quiet">{t('scenarios.wasBase', { value: figureText(figure, before, currency) })}</span>
      </button>
    </li>
  );
});

/** The figures of an answer against the base: eight at once, the rest on demand. */
export const FigureTiles = memo(function FigureTiles(props: FigureTilesProps) {
  const { base, scenario, currency } = props;
  const [isAll, setAll] = useState(false);
  const [opened, setOpened] = useState<FigureId>();
  const tile = useRef<HTMLElement>(null);
  const open = useCallback((id: FigureId, pressed: HTMLElement) => {
    tile.current = pressed;
    setOpened(id);
  }, []);
  const shown = isAll ? [...FIRST, ...FURTHER] : FIRST;
  return (
    <>
      <ul className="y-scn-tiles" aria-label={t('scenarios.figures')}>
        {shown.map((id) => (
          <Tile
            key={id}
            id={id}
            before={figureOf(id).of(base)}
            after={figureOf(id).of(scenario)}
            currency={currency}
            isOpen={id === opened}
            onOpen={open}
          />
        ))}
      </ul>
      {opened === undefined ? null : (
        <Popover className="y-popover" triggerRef={tile} isOpen onOpenChange={() => setOpened(undefined)}>
          <Dialog className="y-dialog y-popover-body y-scn-opened" aria-label={t(`scenarios.figure.${opened}`)}>
            <Opened {...props} figure={figureOf(opened)} />
          </Dialog>
        </Popover>
      )}
      <AriaButton className="y-button y-button-quiet" aria-expanded={isAll} onPress={() => setAll(!isAll)}>
        {t(isAll ? 'scenarios.fewerFigures' : 'scenarios.moreFigures')}
      </AriaButton>
    </>
  );
});
