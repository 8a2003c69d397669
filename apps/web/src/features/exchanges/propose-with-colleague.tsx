import { useState } from 'react';
import { t } from '../../app/i18n/t.js';
import type { ExchangeAlternativesQuery } from '../../graphql/generated/graphql.js';
import { EmptyState, QueryState, SkeletonRows } from '../../ui/states.js';
import { ColleagueOption } from './colleague-option.js';
import type { OwnShift } from './propose-exchange.js';
import { SendBar } from './send-bar.js';
import { useAlternatives } from './use-proposal.js';

type Option = ExchangeAlternativesQuery['exchangeAlternatives'][number];

const optionKey = ({ kind, agent, otherShiftId }: Option): string => `${kind} ${agent?.id} ${otherShiftId ?? ''}`;

/** What the reader takes, in the reader's zone. */
function returned({ verdict }: Option) {
  const mine = verdict.parties.find(({ isMe }) => isMe);
  return { spans: mine?.takes ?? [], zone: mine?.agent.zone ?? 'UTC' };
}

/** Colleagues who could swap or take the shift, ranked; the chosen one with the whole answer and the button. */
export function ProposeWithColleague({
  shift,
  kind,
}: {
  readonly shift: OwnShift;
  readonly kind: 'swap' | 'give-away';
}) {
  const alternatives = useAlternatives({ kind, shiftId: shift.id });
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  return (
    <section aria-labelledby="who-title" className="x-who">
      <h2 id="who-title">{t('exchangeLoop.who')}</h2>
      <QueryState query={alternatives} skeleton={<SkeletonRows rows={4} height={56} />}>
        {(found) => {
          const fitting = found.filter((one) => one.kind === kind && one.agent);
          const chosen = fitting.find((one) => optionKey(one) === chosenKey);
          if (fitting.length === 0)
            return <EmptyState title={t('exchangeLoop.nobody')} text={t('exchangeLoop.nobodyText')} />;
          return (
            <>
              <ul className="x-options">
                {fitting.map((option) => (
                  <ColleagueOption
                    key={optionKey(option)}
                    name={option.agent!.name}
                    {...returned(option)}
                    verdict={option.verdict}
                    isChosen={option === chosen}
                    onChoose={() => setChosenKey(optionKey(option))}
                  />
                ))}
              </ul>
              {chosen ? (
                <SendBar
                  verdict={chosen.verdict}
                  input={{
                    kind,
                    shiftId: shift.id,
                    ...(kind === 'swap' ? { otherShiftId: chosen.otherShiftId } : { toAgentId: chosen.agent!.id }),
                  }}
                />
              ) : null}
            </>
          );
        }}
      </QueryState>
    </section>
  );
}
