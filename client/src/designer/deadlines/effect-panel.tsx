import { Alert, Skeleton, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeadlinePreview, MovedCase } from '#contract/wire/deadline.ts';
import { day } from '../../ui/dates.ts';
import { dueDayIn } from './due-days.ts';

interface Props {
  preview: DeadlinePreview | undefined;
  isCounting: boolean;
  zone: string;
}

/** Cases that move from one day to another, those of the same two days together. */
const movesOf = (rows: readonly MovedCase[], zone: string): { before: string; after: string; rows: MovedCase[] }[] => {
  const moves = new Map<string, { before: string; after: string; rows: MovedCase[] }>();
  for (const row of rows) {
    const [before, after] = [dueDayIn(row.before, zone), dueDayIn(row.after, zone)];
    const move = moves.get(`${before}/${after}`) ?? { before, after, rows: [] };
    moves.set(`${before}/${after}`, { ...move, rows: [...move.rows, row] });
  }
  return [...moves.values()];
};

const Names = ({ rows }: { rows: readonly MovedCase[] }) => {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('deadlines.effect-names')}</summary>
      <ul className="due-names">
        {rows.map((row) => (
          <li key={row.case}>
            {row.title}
            {row.period === null ? null : <span className="quiet">{row.period}</span>}
            {row.turns === null ? null : (
              <Tag color={row.turns === 'on-time' ? 'success' : 'error'}>{t(`deadlines.turns.${row.turns}`)}</Tag>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};

const Told = ({ preview, zone }: { preview: DeadlinePreview; zone: string }) => {
  const { t, i18n } = useTranslation();
  const { counts, rows, scenarios } = preview;
  const told = (day_: string): string => day(day_, i18n.language);
  const turned = (key: 'on-time' | 'overdue', of: readonly MovedCase[]): string => {
    const count = of.filter(({ turns }) => turns === key).length;
    return count === 0 ? '' : t(`deadlines.effect-${key}`, { count });
  };
  const rest = [
    counts.reported === 0 ? '' : t('deadlines.effect-reported', { count: counts.reported }),
    counts.reportedLate === 0 ? '' : t('deadlines.effect-reported-late', { count: counts.reportedLate }),
    counts.extended === 0 ? '' : t('deadlines.effect-extended', { count: counts.extended }),
  ].filter((words) => words !== '');
  return (
    <>
      {rows.length === 0 ? (
        <Alert type="info" showIcon title={t('deadlines.effect-none')} description={t('deadlines.effect-none-help')} />
      ) : (
        movesOf(rows, zone).map((move) => (
          <div key={`${move.before}/${move.after}`} className="due-move">
            <p>
              <strong>
                {t('deadlines.effect-moves', {
                  count: move.rows.length,
                  before: told(move.before),
                  after: told(move.after),
                })}
              </strong>
              {[turned('on-time', move.rows), turned('overdue', move.rows)]
                .filter((words) => words !== '')
                .map((words) => (
                  <span key={words}>
                    {t('deadlines.clause-joint')}
                    {words}
                  </span>
                ))}
            </p>
            <Names rows={move.rows} />
          </div>
        ))
      )}
      {rest.map((words) => (
        <p key={words} className="quiet">
          {words}
        </p>
      ))}
      {rows.length === 0 ? null : <p className="quiet">{t('deadlines.effect-timers')}</p>}
      {scenarios.length === 0 ? null : (
        <p className="quiet">{t('deadlines.effect-scenarios', { names: scenarios.join(t('deadlines.list-joint')) })}</p>
      )}
    </>
  );
};

/** What changing the deadline would do, in words, before anybody confirms it. */
export const EffectPanel = ({ preview, isCounting, zone }: Props) => {
  const { t } = useTranslation();
  return (
    <section className="due-effect" aria-label={t('deadlines.effect')} aria-live="polite" aria-busy={isCounting}>
      <h3>{t('deadlines.effect')}</h3>
      {preview === undefined ? (
        isCounting ? (
          <>
            <p className="quiet">{t('deadlines.effect-counting')}</p>
            <Skeleton active paragraph={{ rows: 1 }} title={false} />
          </>
        ) : (
          <p className="quiet">{t('deadlines.effect-wait')}</p>
        )
      ) : preview.refusals.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={t('deadlines.refused')}
          description={
            <ul className="issue-list">
              {preview.refusals.map(({ title, message }) => (
                <li key={`${title} ${message}`}>{title === '' ? message : `${title}${t('colon')}${message}`}</li>
              ))}
            </ul>
          }
        />
      ) : (
        <Told preview={preview} zone={zone} />
      )}
    </section>
  );
};
