import { Alert, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContestSetting, ContestView } from '#contract/wire/contest.ts';
import type { TallyResult, TallyView } from '#contract/wire/contest-tally.ts';
import { Wide } from '../../ui/wide.tsx';
import { isByJury } from './contest-steps.ts';
import { moneyWords } from './rule-words.ts';
import { ranksOf, scoreWords } from './tally-words.ts';

interface Props {
  view: ContestView;
  setting: ContestSetting | undefined;
  tally: TallyView;
}

interface Row {
  id: string;
  title: string;
  rank: number;
  votes: number;
  /** With those that were set apart. */
  rawVotes: number | undefined;
  score: string;
  prize: string;
  value: string;
  isWithdrawn: boolean;
}

const rowsOf = ({ view, setting, tally: { result } }: Props): Row[] => {
  const ranks = ranksOf(result);
  const places = new Map(view.rules.places.map((place) => [place.key, place]));
  const rows = view.candidates.map(({ id, title }): Row => {
    const won = result.awards.filter(({ entry }) => entry === id).map(({ place }) => places.get(place));
    return {
      id,
      title,
      rank: ranks.get(id) ?? view.candidates.length,
      votes: result.votes[id] ?? 0,
      rawVotes: result.raw?.votes[id],
      score: scoreWords(result.scores[id]),
      prize: won.map((place) => place?.title ?? '').join('、'),
      value: won.map((place) => moneyWords(place?.value, setting?.currency)).join('、'),
      isWithdrawn: result.withdrawn.includes(id),
    };
  });
  return rows.sort((a, b) => a.rank - b.rank || (a.title < b.title ? -1 : 1));
};

/** One bar an entry, its number beside it: the length only helps. */
const Bars = ({ rows, isOfScores }: { rows: Row[]; isOfScores: boolean }) => {
  const { t } = useTranslation();
  const lengthOf = ({ votes, score }: Row): number => (isOfScores ? Number(score) : votes);
  const most = Math.max(1, ...rows.map(lengthOf));
  return (
    <ul className="vote-bars" aria-label={t(isOfScores ? 'contests.jury.chart' : 'contests.votes-chart')}>
      {rows.map((row) => (
        <li key={row.id}>
          <span className="vote-name">{row.title}</span>
          <span className="vote-track" aria-hidden>
            <span
              className={row.prize === '' ? 'vote-bar' : 'vote-bar vote-won'}
              style={{ width: `${String((100 * lengthOf(row)) / most)}%` }}
            />
          </span>
          <strong>{lengthOf(row)}</strong>
        </li>
      ))}
    </ul>
  );
};

const Money = ({ view, setting, tally }: Props) => {
  const { t } = useTranslation();
  const values = new Map(view.rules.places.map(({ key, value }) => [key, Number(value ?? 0)]));
  const total = tally.result.awards.reduce((sum, { place }) => sum + (values.get(place) ?? 0), 0);
  if (total === 0) return null;
  return (
    <p>
      {t('contests.total-value', { value: moneyWords(String(total), setting?.currency) })}
      {view.rules.budget === undefined
        ? ''
        : t('contests.of-budget', { value: moneyWords(view.rules.budget, setting?.currency) })}
    </p>
  );
};

const Leftovers = ({ view, result }: { view: ContestView; result: TallyResult }) => {
  const { t } = useTranslation();
  const titleOf = (id: string): string => view.candidates.find((one) => one.id === id)?.title ?? id;
  const isByLot = view.rules.ties.some((tie) => 'lot' in tie);
  const placeOf = (key: string): string => view.rules.places.find((one) => one.key === key)?.title ?? key;
  return (
    <>
      {result.vacant.map(({ place, group, count }) => (
        <p key={`${place} ${group ?? ''}`}>
          {t(group === null ? 'contests.vacant' : 'contests.vacant-in', { place: placeOf(place), group, count })}
        </p>
      ))}
      {result.lots.map((order) => (
        <p key={order.join(' ')}>
          {t(isByLot ? 'contests.lots' : 'contests.decided')}
          {t('colon')}
          {order.map(titleOf).join(' → ')}
        </p>
      ))}
    </>
  );
};

interface RankingProps {
  rows: Row[];
  view: ContestView;
  isOpen: boolean;
}

const Ranking = ({ rows, view, isOpen }: RankingProps) => {
  const { t } = useTranslation();
  const votes = t(isOpen ? 'contests.open.cleaned-votes' : 'contests.votes');
  return (
    <Wide label={t('contests.result')}>
      <Table
        rowKey="id"
        size="small"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={rows}
        columns={[
          { title: t('contests.rank'), dataIndex: 'rank', align: 'right' },
          {
            title: t('contests.entry'),
            key: 'title',
            render: (_, { title, isWithdrawn }: Row) => (
              <>
                {title} {isWithdrawn ? <Tag>{t('contests.withdrawn')}</Tag> : null}
              </>
            ),
          },
          ...(isOpen ? [{ title: t('contests.open.raw-votes'), dataIndex: 'rawVotes', align: 'right' as const }] : []),
          ...(isByJury(view) ? [] : [{ title: votes, dataIndex: 'votes', align: 'right' as const }]),
          { title: t('contests.score'), dataIndex: 'score', align: 'right' },
          ...(view.rules.places.length === 0
            ? []
            : [
                { title: t('contests.prize'), dataIndex: 'prize' },
                { title: t('contests.value'), dataIndex: 'value', align: 'right' as const },
              ]),
        ]}
      />
    </Wide>
  );
};

/** How many voted; an open vote has no roll to take a share of. */
const Turnout = ({ result }: { result: TallyResult }) => {
  const { t } = useTranslation();
  const { ballots, blank, electorate, raw, quarantined } = result;
  if (raw !== undefined)
    return t('contests.open.turnout', { raw: raw.ballots, apart: quarantined?.count ?? 0, ballots, blank });
  const share = electorate === 0 ? 0 : Math.round((1000 * ballots) / electorate) / 10;
  return t('contests.turnout', { ballots, blank, electorate, share: `${String(share)}%` });
};

/** What a count came to: bars with numbers, and the same as a table with prizes. */
export const ResultPart = (props: Props) => {
  const { t } = useTranslation();
  const { view, tally } = props;
  const { result } = tally;
  const rows = rowsOf(props);
  const hasVote = !isByJury(view);
  return (
    <section className="contest-part" aria-labelledby="contest-result">
      <h2 id="contest-result">{t('contests.result')}</h2>
      <Alert
        type={result.status === 'done' ? 'success' : 'warning'}
        showIcon
        title={t(`contests.result.${result.status}`)}
        description={hasVote ? <Turnout result={result} /> : undefined}
      />
      <Bars rows={rows} isOfScores={!hasVote} />
      <Ranking rows={rows} view={view} isOpen={result.raw !== undefined} />
      <Money {...props} />
      <Leftovers view={view} result={result} />
    </section>
  );
};
