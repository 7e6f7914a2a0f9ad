import { Empty, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Picture } from '../picture/picture.tsx';
import { eventWords, noticeWords } from './walk-words.ts';
import { useWalkNames } from './use-walk-names.ts';
import { coming, playedCase, type Walk } from './walk.ts';

/** Most lines of what is to come. */
const MOST_COMING = 30;

const History = ({ walk }: { walk: Walk }) => {
  const { t } = useTranslation();
  const names = useWalkNames(walk);
  const lines = walk.world.log.flatMap(({ at, case: { id }, effect }) =>
    effect.kind === 'history' && id === walk.caseId ? [{ at, event: effect.event }] : [],
  );
  if (lines.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('walk.no-history')} />;
  return (
    <ol className="walk-lines" reversed>
      {lines.toReversed().map(({ at, event }, n) => (
        <li key={String(lines.length - n)}>
          <span className="quiet">{names.moment(at)}</span> {eventWords(event, { t, names })}
          {event.comment === null || event.comment === '' ? null : <q>{event.comment}</q>}
        </li>
      ))}
    </ol>
  );
};

const Notices = ({ walk }: { walk: Walk }) => {
  const { t, i18n } = useTranslation();
  const names = useWalkNames(walk);
  const told = walk.world.log.flatMap((line) =>
    line.effect.kind === 'notice' ? [{ ...line, notice: line.effect }] : [],
  );
  if (told.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('walk.no-notices')} />;
  return (
    <ol className="walk-lines" reversed>
      {told.toReversed().map((line, n) => (
        <li key={String(told.length - n)}>
          <span className="quiet">
            {names.moment(line.at)} → {line.notice.actors.map(names.actor).join(t('workflow.comma'))}
          </span>
          <div>{noticeWords(walk, line, { t, names, locale: i18n.language })}</div>
        </li>
      ))}
    </ol>
  );
};

const Ahead = ({ walk }: { walk: Walk }) => {
  const { t } = useTranslation();
  const names = useWalkNames(walk);
  const next = coming(walk).slice(0, MOST_COMING);
  const deadlines = playedCase(walk)?.case.deadlines ?? [];
  return (
    <>
      {deadlines.map(({ key, due, graceUntil }) => (
        <p key={key} className="walk-due">
          <strong>{names.deadline(key)}</strong> {t('walk.due', { at: names.moment(due - 60_000) })}
          {graceUntil === null ? '' : ` · ${t('walk.grace', { at: names.moment(graceUntil - 60_000) })}`}
        </p>
      ))}
      {next.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('walk.nothing-comes')} />
      ) : (
        <ol className="walk-lines">
          {next.map((one, n) => (
            <li key={String(n)}>
              <span className="quiet">
                {names.moment(one.at)}
                {one.period === null ? '' : ` · ${one.period}`}
              </span>{' '}
              {names.coming(one)}
            </li>
          ))}
        </ol>
      )}
    </>
  );
};

/** Where the case is in the picture, and what came and will come of it. */
export const WalkSide = ({ walk }: { walk: Walk }) => {
  const { t } = useTranslation();
  const notices = walk.world.log.filter(({ effect }) => effect.kind === 'notice').length;
  return (
    <section className="walk-side" aria-label={t('walk.side')}>
      <Picture coverage={undefined} here={playedCase(walk)?.case.state} />
      <Tabs
        size="small"
        items={[
          { key: 'history', label: t('walk.history'), children: <History walk={walk} /> },
          { key: 'notices', label: `${t('walk.notices')} ${String(notices)}`, children: <Notices walk={walk} /> },
          { key: 'ahead', label: t('walk.ahead'), children: <Ahead walk={walk} /> },
        ]}
      />
    </section>
  );
};
