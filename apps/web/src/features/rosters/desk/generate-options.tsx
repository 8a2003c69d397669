import { Link } from '@tanstack/react-router';
import { t } from '../../../app/i18n/t.js';
import type { KeptPart, PlanAgainInput } from '../../../graphql/generated/graphql.js';
import { Checkbox, NumberField, Select } from '../../../ui/fields.js';

const KEPT = [
  ['DAYS_OFF', 'explain.keepDaysOff'],
  ['STARTS', 'explain.keepStarts'],
  ['PAID_HOURS', 'explain.keepPaidHours'],
] as const satisfies readonly (readonly [KeptPart, string])[];

/** Prices of change against the present roster. */
const CALM = [
  ['0', 'explain.changeFree'],
  ['1', 'explain.changeUsual'],
  ['5', 'explain.changeLittle'],
] as const;

interface MoreOptionsProps {
  readonly again: PlanAgainInput | null;
  readonly onAgain: (again: PlanAgainInput | null) => void;
  /** NaN: a new one each time. */
  readonly seed: number;
  readonly onSeed: (seed: number) => void;
}

/** What few generations need: going on from the present roster, and the seed. */
export function MoreOptions({ again, onAgain, seed, onSeed }: MoreOptionsProps) {
  return (
    <details className="b-more">
      <summary>{t('explain.more')}</summary>
      <div className="b-stack">
        <Checkbox isSelected={again !== null} onChange={(on) => onAgain(on ? { keep: [], disruption: 1 } : null)}>
          {t('explain.fromPresent')}
        </Checkbox>
        {again ? <AgainOptions again={again} onAgain={onAgain} /> : null}
        <NumberField
          label={t('explain.seed')}
          hint={t('explain.seedHint')}
          value={seed}
          minValue={0}
          maxValue={2_147_483_647}
          step={1}
          onChange={onSeed}
        />
        <Link to="/roster/weights">{t('weights.link')}</Link>
      </div>
    </details>
  );
}

function AgainOptions({
  again,
  onAgain,
}: {
  readonly again: PlanAgainInput;
  readonly onAgain: (again: PlanAgainInput) => void;
}) {
  const keep = (part: KeptPart, on: boolean) =>
    onAgain({ ...again, keep: on ? [...again.keep, part] : again.keep.filter((one) => one !== part) });
  return (
    <>
      {KEPT.map(([part, title]) => (
        <Checkbox key={part} isSelected={again.keep.includes(part)} onChange={(on) => keep(part, on)}>
          {t(title)}
        </Checkbox>
      ))}
      <Select
        label={t('explain.change')}
        value={String(again.disruption ?? 1)}
        options={CALM.map(([id, title]) => ({ id, text: t(title) }))}
        onChange={(id) => onAgain({ ...again, disruption: Number(id) })}
      />
    </>
  );
}
