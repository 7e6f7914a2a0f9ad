import { Button, Form, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContestView } from '#contract/wire/contest.ts';
import type { TallyView } from '#contract/wire/contest-tally.ts';
import type { ContestPlace } from '../../api/contests.ts';
import { moment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { awardsChanged } from './tally-words.ts';
import { useCount } from './use-count.ts';

interface Props {
  place: ContestPlace;
  view: ContestView;
  tallies: TallyView[];
}

const Difference = ({ before, tally }: { before: TallyView | undefined; tally: TallyView }) => {
  const { t } = useTranslation();
  if (before === undefined) return null;
  const count = awardsChanged(before.result, tally.result);
  return (
    <span className="quiet">{count === 0 ? t('contests.tally-same') : t('contests.tally-changed', { count })}</span>
  );
};

const Recount = ({ place, view, last }: Omit<Props, 'tallies'> & { last: TallyView }) => {
  const { t } = useTranslation();
  const count = useCount(place);
  return (
    <Form
      layout="vertical"
      className="contest-form"
      initialValues={{ withdrawn: last.result.withdrawn }}
      onFinish={({ withdrawn }: { withdrawn: string[] }) => {
        count.mutate({ withdrawn, decisions: last.result.decisions });
      }}
    >
      <h3>{t('contests.recount')}</h3>
      <p className="quiet">{t('contests.recount-help')}</p>
      <Form.Item name="withdrawn" label={t('contests.withdrawn-which')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={view.candidates.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Form.Item>
      <Button htmlType="submit" loading={count.isPending}>
        {t('contests.recount')}
      </Button>
      <ProblemAlert error={count.error} />
    </Form>
  );
};

/** Every count that was made, the newest first, each compared with the one before; and another one. */
export const TalliesPart = ({ place, view, tallies }: Props) => {
  const { t, i18n } = useTranslation();
  const last = tallies.at(-1);
  if (last === undefined) return null;
  return (
    <section className="contest-part" aria-labelledby="contest-tallies">
      <h2 id="contest-tallies">{t('contests.tallies', { count: tallies.length })}</h2>
      <ul className="contest-log">
        {[...tallies].reverse().map((tally) => (
          <li key={tally.n}>
            <strong>{t('contests.tally', { n: tally.n })}</strong>{' '}
            <Tag>{t(`contests.result.${tally.result.status}`)}</Tag>
            {tally.result.withdrawn.length === 0 ? null : (
              <Tag>
                {t('contests.withdrawn')} {tally.result.withdrawn.length}
              </Tag>
            )}
            <span className="quiet">
              {t('contests.tally-by', { by: tally.by, at: moment(tally.at, i18n.language) })}
            </span>{' '}
            <Difference before={tallies.find(({ n }) => n === tally.n - 1)} tally={tally} />
          </li>
        ))}
      </ul>
      {view.status === 'closed' && view.waiting === null ? (
        <Recount key={last.n} place={place} view={view} last={last} />
      ) : null}
    </section>
  );
};
