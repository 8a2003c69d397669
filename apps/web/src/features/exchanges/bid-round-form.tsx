import { useQuery } from '@tanstack/react-query';
import { addDays, instantOfLocal, weekStartOf } from '@yotei/time';
import { useState } from 'react';
import { dateInZone } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { BidChoicesDocument, OpenBidRoundDocument, type BidChoicesQuery } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Select, TextField } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { BidLineFields, newLine, type LineDraft } from './bid-line-fields.js';
import { useExchangeAct } from './exchanges.queries.js';

export type BidContract = BidChoicesQuery['setup']['contracts'][number];

interface FormProps {
  readonly zone: string;
  readonly onDone: () => void;
}

/** Opening a round: season, deadline and lines of one contract. */
export function BidRoundForm({ zone, onDone }: FormProps) {
  const choices = useQuery({
    queryKey: ['bid-choices'],
    queryFn: async () => (await request(BidChoicesDocument)).setup,
  });
  return (
    <QueryState query={choices} skeleton={<SkeletonRows rows={6} height={48} />}>
      {({ contracts, templates }) => {
        const usable = contracts.filter(({ archived }) => !archived);
        if (usable.length === 0) return <p className="y-quiet">{t('bidding.noContract')}</p>;
        const titles = new Map(templates.map(({ id, title }) => [id, title]));
        return <RoundFields zone={zone} onDone={onDone} contracts={usable} titles={titles} />;
      }}
    </QueryState>
  );
}

interface RoundFieldsProps extends FormProps {
  readonly contracts: readonly BidContract[];
  readonly titles: ReadonlyMap<string, string>;
}

const SEASON_DAYS = 91;
const DAYS_UNTIL_SEASON = 35;
const DAYS_UNTIL_CLOSE = 14;

function RoundFields({ zone, onDone, contracts, titles }: RoundFieldsProps) {
  const [contract, setContract] = useState(contracts[0]!);
  const [draft, setDraft] = useState(() => nextSeason(dateInZone(Date.now(), zone)));
  const [lines, setLines] = useState<readonly LineDraft[]>([newLine(contract)]);
  const [fault, setFault] = useState<string | null>(null);
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const open = useExchangeAct(
    async () => {
      const { title, fromOn, untilOn, closesOn } = draft;
      const closesAt = new Date(instantOfLocal(closesOn, 18 * 60, zone)).toISOString();
      const input = { title, contractId: contract.id, fromOn, untilOn, closesAt, lines: lines.map(inputOf) };
      return (await request(OpenBidRoundDocument, { input })).openBidRound;
    },
    (answer) => {
      if (answer.__typename === 'InvalidInput') {
        setFault(answer.message);
        return;
      }
      showToast({ text: t('bidding.opened') });
      onDone();
    },
  );
  return (
    <form
      className="y-panel x-form x-bid-form"
      aria-label={t('bidding.newRound')}
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate(undefined);
      }}
    >
      <h2>{t('bidding.newRound')}</h2>
      <p className="y-quiet">{t('bidding.newRoundText')}</p>
      <div className="x-bid-head">
        <Select
          label={t('bidding.contract')}
          value={contract.id}
          options={contracts.map(({ id, title }) => ({ id, text: title }))}
          onChange={(id) => {
            const next = contracts.find((one) => one.id === id)!;
            setContract(next);
            setLines([newLine(next)]);
          }}
        />
        <SeasonFields draft={draft} set={set} />
      </div>
      <BidLineFields contract={contract} titles={titles} lines={lines} onChange={setLines} />
      {fault ? <p role="alert">{fault}</p> : null}
      <div className="x-acts">
        <Button kind="primary" type="submit" isDisabled={open.isPending || draft.title.trim() === ''}>
          {t('bidding.open')}
        </Button>
        <Button onPress={onDone}>{t('bidding.cancel')}</Button>
      </div>
    </form>
  );
}

interface Season {
  readonly title: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly closesOn: string;
}

/** A quarter that begins in five weeks or so, and two weeks to bid. */
function nextSeason(today: string): Season {
  const fromOn = weekStartOf(addDays(today, DAYS_UNTIL_SEASON), 1);
  return { title: '', fromOn, untilOn: addDays(fromOn, SEASON_DAYS), closesOn: addDays(today, DAYS_UNTIL_CLOSE) };
}

function SeasonFields({ draft, set }: { readonly draft: Season; readonly set: (change: Partial<Season>) => void }) {
  const dates = [
    ['fromOn', t('bidding.from')],
    ['untilOn', t('bidding.until')],
    ['closesOn', t('bidding.closesOn')],
  ] as const;
  return (
    <>
      <TextField label={t('bidding.title')} value={draft.title} onChange={(title) => set({ title })} isRequired />
      {dates.map(([key, label]) => (
        <TextField key={key} type="date" label={label} value={draft[key]} onChange={(on) => set({ [key]: on })} />
      ))}
    </>
  );
}

const inputOf = ({ title, places, weeks }: LineDraft) => ({
  title,
  places,
  weeks: weeks.map(({ templateIds, daysOff }) => ({ templateIds: [...templateIds], daysOff: [...daysOff] })),
});
