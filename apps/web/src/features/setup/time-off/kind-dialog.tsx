import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import type { TimeOffKindInput } from '../../../graphql/generated/graphql.js';
import { Checkbox, NumberField, Select, TextField } from '../../../ui/fields.js';
import { RecordDialog } from '../lists/record-dialog.js';
import { saveKind, type Kind } from './time-off.queries.js';

const FRESH: TimeOffKindInput = {
  code: '',
  title: { en: '', ja: '' },
  paid: true,
  hasBalance: false,
  yearlyMinutes: 0,
  accrual: 'upfront',
  carryOverMinutes: 0,
  yearStartMonth: 1,
  minNoticeHours: 48,
  decides: 'rules',
  usesAllowance: true,
};

const draftOf = ({ code, title, ...kind }: Kind): TimeOffKindInput => ({
  code,
  title: { en: title.en, ja: title.ja },
  paid: kind.paid,
  hasBalance: kind.hasBalance,
  yearlyMinutes: kind.yearlyMinutes,
  accrual: kind.accrual,
  carryOverMinutes: kind.carryOverMinutes,
  yearStartMonth: kind.yearStartMonth,
  minNoticeHours: kind.minNoticeHours,
  decides: kind.decides,
  usesAllowance: kind.usesAllowance,
  archived: kind.archived,
});

/** A permanent word: the English title in small letters, with a number where that is taken. */
function codeOf(title: string, taken: readonly string[]): string {
  const word =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 30) || 'absence';
  let code = word;
  for (let n = 2; taken.includes(code); n += 1) code = `${word}-${n}`;
  return code;
}

interface FieldsProps {
  readonly draft: TimeOffKindInput;
  readonly set: (change: Partial<TimeOffKindInput>) => void;
}

/** One kind of absence; requests already answered keep their answer. */
export function KindDialog({
  kind,
  codes,
  onClose,
}: {
  readonly kind: (Kind & { readonly id: string }) | null;
  readonly codes: readonly string[];
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState<TimeOffKindInput>(() => (kind ? draftOf(kind) : FRESH));
  const set = (change: Partial<TimeOffKindInput>) => setDraft({ ...draft, ...change });
  const title = { en: draft.title.en.trim(), ja: draft.title.ja.trim() || draft.title.en.trim() };
  return (
    <RecordDialog
      title={kind ? t('setup.changeTitle', { name: local(kind.title) }) : t('setupTimeOff.addKind')}
      name={local(title)}
      before={kind}
      isSound={title.en !== ''}
      width={560}
      save={(archived) => saveKind({ ...draft, title, archived, code: kind?.code ?? codeOf(title.en, codes) })}
      undo={({ id }) => saveKind(kind ? draftOf(kind) : { ...draft, title, code: id, archived: true })}
      onClose={onClose}
    >
      <div className="su-form">
        <TextField
          label={t('setup.titleEn')}
          value={draft.title.en}
          onChange={(en) => set({ title: { ...draft.title, en } })}
        />
        <TextField
          label={t('setup.titleJa')}
          value={draft.title.ja}
          onChange={(ja) => set({ title: { ...draft.title, ja } })}
        />
      </div>
      <Checkbox isSelected={draft.paid} onChange={(paid) => set({ paid })}>
        {t('setup.isPaid')}
      </Checkbox>
      <Checkbox isSelected={draft.usesAllowance} onChange={(usesAllowance) => set({ usesAllowance })}>
        {t('setupTimeOff.usesPlace')}
      </Checkbox>
      <BalanceFields draft={draft} set={set} />
      <DecisionFields draft={draft} set={set} />
    </RecordDialog>
  );
}

function DecisionFields({ draft, set }: FieldsProps) {
  return (
    <div className="su-form">
      <Select
        label={t('setupTimeOff.decidedBy')}
        value={draft.decides}
        options={[
          { id: 'rules', text: t('setupTimeOff.byRules'), detail: t('setupTimeOff.byRulesHint') },
          { id: 'review', text: t('setupTimeOff.byPerson') },
        ]}
        onChange={(decides) => set({ decides })}
      />
      <NumberField
        label={t('setupTimeOff.notice')}
        unit={t('setup.hoursUnit')}
        value={draft.minNoticeHours}
        minValue={0}
        maxValue={8760}
        onChange={(minNoticeHours) => Number.isFinite(minNoticeHours) && set({ minNoticeHours })}
      />
    </div>
  );
}

function BalanceFields({ draft, set }: FieldsProps) {
  const hours = (key: 'yearlyMinutes' | 'carryOverMinutes', label: string) => (
    <NumberField
      label={label}
      unit={t('setup.hoursUnit')}
      value={draft[key] / 60}
      minValue={0}
      maxValue={2000}
      step={0.25}
      onChange={(value) => Number.isFinite(value) && set({ [key]: Math.round(value * 60) })}
    />
  );
  return (
    <>
      <Checkbox isSelected={draft.hasBalance} onChange={(hasBalance) => set({ hasBalance })}>
        {t('setupTimeOff.hasBalance')}
      </Checkbox>
      {draft.hasBalance ? (
        <div className="su-form">
          {hours('yearlyMinutes', t('setupTimeOff.perYear'))}
          {hours('carryOverMinutes', t('setupTimeOff.carryOver'))}
          <Select
            label={t('setupTimeOff.accrual')}
            value={draft.accrual}
            options={[
              { id: 'upfront', text: t('setupTimeOff.upfront') },
              { id: 'monthly', text: t('setupTimeOff.monthly') },
            ]}
            onChange={(accrual) => set({ accrual })}
          />
          <NumberField
            label={t('setupTimeOff.yearStart')}
            value={draft.yearStartMonth}
            minValue={1}
            maxValue={12}
            onChange={(yearStartMonth) => Number.isFinite(yearStartMonth) && set({ yearStartMonth })}
          />
        </div>
      ) : null}
    </>
  );
}
