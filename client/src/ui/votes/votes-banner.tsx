import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnCode, MyVotes } from '#contract/wire/roll.ts';
import { useSession } from '../../api/use-session.ts';
import { drawCode, fetchMyVotes } from '../../api/votes.ts';
import { moment } from '../dates.ts';
import { enVotes } from '../locales/en-votes.ts';
import { zhCNVotes } from '../locales/zh-cn-votes.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { claimFor } from './held-claim.ts';

i18next.addResourceBundle('zh-CN', 'translation', zhCNVotes);
i18next.addResourceBundle('en', 'translation', enVotes);

type Vote = MyVotes[number];

/** How often it is looked whether an election opened, milliseconds. */
const LOOK_EVERY = 300_000;

const stateOf = ({ status, drawn }: Vote): string => {
  if (status === 'open') return drawn ? 'votes.drawn' : 'votes.now';
  return status === 'closed' ? 'votes.over' : 'votes.soon';
};

const MyVote = ({ vote, account }: { vote: Vote; account: string }) => {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [code, setCode] = useState<DrawnCode | null>(null);
  const draw = useMutation({
    mutationFn: () => drawCode(vote.election, claimFor(vote.election, account)),
    onSuccess: setCode,
    onSettled: () => queries.invalidateQueries({ queryKey: ['my-votes'] }),
  });
  const times = { opens: moment(vote.opens, i18n.language), closes: moment(vote.closes, i18n.language) };
  return (
    <div className="banner">
      <span>
        <strong>{vote.title}</strong> {t(stateOf(vote), times)}
      </span>
      {vote.status === 'open' ? (
        <Button
          type="primary"
          size="small"
          loading={draw.isPending}
          onClick={() => {
            draw.mutate();
          }}
        >
          {t('votes.go')}
        </Button>
      ) : null}
      {vote.status === 'closed' ? <a href={`/results/${vote.election}`}>{t('votes.results')}</a> : null}
      <ProblemAlert error={draw.error} />
      <Modal
        open={code !== null}
        title={t('votes.ready')}
        okText={t('votes.enter')}
        onOk={() => {
          window.location.assign(`/vote/${vote.election}#${code?.code ?? ''}`);
        }}
        onCancel={() => {
          setCode(null);
        }}
      >
        <p>{t('votes.secret')}</p>
        <p>{t('votes.number', { slip: code?.slip ?? '' })}</p>
        <p className="quiet">{t('votes.lost')}</p>
      </Modal>
    </div>
  );
};

/** Elections in which the person may vote: drawn or not, and the way into the booth, which knows nothing of the account. */
export const VotesBanner = () => {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { data: votes = [] } = useQuery({
    queryKey: ['my-votes'],
    queryFn: fetchMyVotes,
    staleTime: LOOK_EVERY,
    refetchInterval: LOOK_EVERY,
    enabled: session !== null && session !== undefined,
  });
  if (votes.length === 0) return null;
  return (
    <section aria-label={t('votes.title')}>
      {votes.map((vote) => (
        <MyVote key={vote.election} vote={vote} account={session?.person.account ?? ''} />
      ))}
    </section>
  );
};
