import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Select, TextField } from '../../../ui/fields.js';
import { newChannel, newPenalty, type CostDraft } from './cost-draft.js';

const CHANNELS = ['voice', 'chat', 'email', 'social', 'messaging', 'callback', 'back_office'] as const;
const PERIODS = ['interval', 'day', 'month'] as const;
const PENALTY_KINDS = ['flat', 'per-point'] as const;

interface Props {
  readonly draft: CostDraft;
  readonly mayEdit: boolean;
  readonly set: (change: Partial<CostDraft>) => void;
}

/** What costs money beside people: channels, the bot, contacts handled elsewhere, missed goals. */
export function OtherCosts(props: Props) {
  const { draft, mayEdit, set } = props;
  return (
    <>
      <Channels {...props} />
      <section aria-labelledby="costs-others" className="su-costs-part">
        <h3 id="costs-others">{t('setupCosts.others')}</h3>
        <div className="su-bar">
          <TextField
            label={t('setupCosts.bot')}
            inputMode="decimal"
            value={draft.bot}
            isDisabled={!mayEdit}
            onChange={(bot) => set({ bot })}
          />
          <TextField
            label={t('setupCosts.outsourcing')}
            inputMode="decimal"
            value={draft.outsourcing}
            isDisabled={!mayEdit}
            onChange={(outsourcing) => set({ outsourcing })}
          />
        </div>
      </section>
      <Penalties {...props} />
    </>
  );
}

function Row({
  title,
  mayEdit,
  remove,
  children,
}: {
  readonly title: string;
  readonly mayEdit: boolean;
  readonly remove: () => void;
  readonly children: ReactNode;
}) {
  return (
    <div className="su-costs-row" role="group" aria-label={title}>
      <strong>{title}</strong>
      {children}
      {mayEdit ? (
        <Button kind="quiet" icon={<Trash2 size={14} aria-hidden />} onPress={remove}>
          {t('setupCosts.remove')}
        </Button>
      ) : null}
    </div>
  );
}

function Channels({ draft, mayEdit, set }: Props) {
  const free = CHANNELS.filter((one) => !draft.channels.some(({ channel }) => channel === one));
  return (
    <section aria-labelledby="costs-channels" className="su-costs-part">
      <h3 id="costs-channels">{t('setupCosts.channels')}</h3>
      {draft.channels.map((row, index) => {
        const replace = (change: Partial<typeof row>) =>
          set({ channels: draft.channels.map((one, i) => (i === index ? { ...one, ...change } : one)) });
        return (
          <Row
            key={row.channel}
            title={t(`setupCosts.channel_${row.channel as (typeof CHANNELS)[number]}`)}
            mayEdit={mayEdit}
            remove={() => set({ channels: draft.channels.filter((_, i) => i !== index) })}
          >
            <TextField
              label={t('setupCosts.perContact')}
              inputMode="decimal"
              value={row.perContact}
              isDisabled={!mayEdit}
              onChange={(perContact) => replace({ perContact })}
            />
            <TextField
              label={t('setupCosts.perMinute')}
              inputMode="decimal"
              value={row.perHandleMinute}
              isDisabled={!mayEdit}
              onChange={(perHandleMinute) => replace({ perHandleMinute })}
            />
          </Row>
        );
      })}
      {mayEdit ? (
        <div className="su-bar">
          {free.map((one) => (
            <Button
              key={one}
              icon={<Plus size={14} aria-hidden />}
              onPress={() => set({ channels: [...draft.channels, newChannel(one)] })}
            >
              {t(`setupCosts.channel_${one}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  );
}

function Penalties({ draft, mayEdit, set }: Props) {
  return (
    <section aria-labelledby="costs-penalties" className="su-costs-part">
      <h3 id="costs-penalties">{t('setupCosts.penalties')}</h3>
      {draft.penalties.map((row, index) => {
        const replace = (change: Partial<typeof row>) =>
          set({ penalties: draft.penalties.map((one, i) => (i === index ? { ...one, ...change } : one)) });
        return (
          <Row
            key={index}
            title={t('setupCosts.penalty')}
            mayEdit={mayEdit}
            remove={() => set({ penalties: draft.penalties.filter((_, i) => i !== index) })}
          >
            <Select
              label={t('setupCosts.per')}
              value={row.per}
              isDisabled={!mayEdit}
              options={PERIODS.map((id) => ({ id, text: t(`setupCosts.per_${id}`) }))}
              onChange={(per) => replace({ per: per as typeof row.per })}
            />
            <Select
              label={t('setupCosts.penaltyKind')}
              value={row.kind}
              isDisabled={!mayEdit}
              options={PENALTY_KINDS.map((id) => ({
                id,
                text: t(id === 'flat' ? 'setupCosts.kind_flat' : 'setupCosts.kind_perPoint'),
              }))}
              onChange={(kind) => replace({ kind: kind as typeof row.kind })}
            />
            <TextField
              label={t('setupCosts.amount')}
              inputMode="decimal"
              value={row.amount}
              isDisabled={!mayEdit}
              onChange={(amount) => replace({ amount })}
            />
          </Row>
        );
      })}
      {mayEdit ? (
        <div className="su-bar">
          <Button
            icon={<Plus size={14} aria-hidden />}
            onPress={() => set({ penalties: [...draft.penalties, newPenalty()] })}
          >
            {t('setupCosts.addPenalty')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
