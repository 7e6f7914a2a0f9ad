import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContestSetting, ContestView, ProposedAction } from '#contract/wire/contest.ts';
import type { ContestPlace } from '../../api/contests.ts';
import { moment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useProposals } from './use-contest.ts';

interface Props {
  place: ContestPlace;
  view: ContestView;
  setting: ContestSetting | undefined;
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** What exactly is confirmed. */
const Detail = ({ proposal: { action, detail } }: { proposal: ProposedAction }) => {
  const { t, i18n } = useTranslation();
  switch (action) {
    case 'seal':
      return (
        <p>
          {t('contests.confirm-seal')} <span className="contest-digest">{text(detail['head0'])}</span>
        </p>
      );
    case 'extend':
      return <p>{t('contests.confirm-extend', { to: moment(text(detail['to']), i18n.language) })}</p>;
    case 'void':
      return <p>{t('contests.confirm-void', { reason: text(detail['reason']) })}</p>;
    case 'certify':
      return <p>{t('contests.confirm-certify', { n: text(detail['tally']) })}</p>;
    case 'open':
      return null;
  }
};

/** A proposal that waits for the other person. Who made it sees that; the other confirms it. */
export const WaitingCard = ({ place, view, setting }: Props) => {
  const { t, i18n } = useTranslation();
  const { confirm, withdraw } = useProposals(place);
  const { waiting } = view;
  if (waiting === null) return null;
  const others = (setting?.organisers ?? []).filter((name) => name !== waiting.by);
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('contests.proposed', {
        by: waiting.by,
        action: t(`contests.action.${waiting.action}`),
        at: moment(waiting.at, i18n.language),
      })}
      description={
        <div className="contest-stack">
          <Detail proposal={waiting} />
          {waiting.isMine ? (
            <p>
              <strong>{t('contests.waiting-other')}</strong>
              {others.length === 0 ? t('contests.no-other') : t('contests.may-confirm', { names: others.join('、') })}
            </p>
          ) : null}
          <div className="contest-buttons">
            {waiting.isMine ? null : (
              <Button
                type="primary"
                danger={waiting.action === 'void'}
                loading={confirm.isPending}
                onClick={() => {
                  confirm.mutate(waiting.id);
                }}
              >
                {t('contests.confirm', { action: t(`contests.action.${waiting.action}`) })}
              </Button>
            )}
            <Button
              loading={withdraw.isPending}
              onClick={() => {
                withdraw.mutate(waiting.id);
              }}
            >
              {t('contests.withdraw')}
            </Button>
          </div>
          <ProblemAlert error={confirm.error ?? withdraw.error} />
        </div>
      }
    />
  );
};
