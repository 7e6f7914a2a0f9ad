import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView } from '#contract/wire/contest.ts';
import type { TallyView } from '#contract/wire/contest-tally.ts';
import type { ContestPlace } from '../../api/contests.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useCount } from './use-count.ts';

interface Props {
  place: ContestPlace;
  view: ContestView;
  last: TallyView;
}

const swapped = (order: readonly string[], at: number, to: number): string[] => {
  const next = [...order];
  [next[at], next[to]] = [order[to] ?? '', order[at] ?? ''];
  return next;
};

/** The committee's decision on a tie: its entries put in order, with buttons or the arrow keys, and counted again. */
export const TieOrder = ({ place, view, last }: Props) => {
  const { t } = useTranslation();
  const { open, decisions, withdrawn } = last.result;
  const [order, setOrder] = useState<string[]>([...(open?.entries ?? [])].sort());
  const count = useCount(place);
  const titleOf = (id: string): string => view.candidates.find((one) => one.id === id)?.title ?? id;
  const placeTitle = view.rules.places.find(({ key }) => key === open?.place)?.title ?? '';
  const move = (at: number, to: number): void => {
    if (to >= 0 && to < order.length) setOrder(swapped(order, at, to));
  };
  return (
    <div className="contest-stack">
      <Alert
        type="warning"
        showIcon
        title={t('contests.tie', { place: placeTitle, seats: open?.seats ?? 0, count: order.length })}
        description={t('contests.tie-help')}
      />
      <ol className="tie-order" aria-label={t('contests.tie-order')}>
        {order.map((id, at) => (
          <li key={id}>
            <span className="tie-name">{titleOf(id)}</span>
            {([-1, 1] as const).map((by) => (
              <Button
                key={by}
                disabled={at + by < 0 || at + by >= order.length}
                aria-label={t(by < 0 ? 'contests.tie-up' : 'contests.tie-down', { title: titleOf(id) })}
                onClick={() => {
                  move(at, at + by);
                }}
                onKeyDown={({ key }) => {
                  if (key === 'ArrowUp') move(at, at - 1);
                  if (key === 'ArrowDown') move(at, at + 1);
                }}
              >
                {by < 0 ? '↑' : '↓'}
              </Button>
            ))}
          </li>
        ))}
      </ol>
      <div>
        <Button
          type="primary"
          loading={count.isPending}
          onClick={() => {
            count.mutate({ withdrawn, decisions: [...decisions, order] });
          }}
        >
          {t('contests.tie-decide')}
        </Button>
      </div>
      <ProblemAlert error={count.error} />
    </div>
  );
};
