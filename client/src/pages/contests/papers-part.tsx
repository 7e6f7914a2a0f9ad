import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ContestView } from '#contract/wire/contest.ts';
import type { TallyView } from '#contract/wire/contest-tally.ts';
import { type ContestPlace, paperPath } from '../../api/contests.ts';
import { chanceToFind } from './spot-check.ts';

interface Props {
  place: ContestPlace;
  view: ContestView;
  last: TallyView;
}

/** So many people are called, and such a share of the ballots might be stolen, in the example that is told. */
const CALLS = 60;
const STOLEN_SHARE = 0.05;

/** Lists to publish, certificates, and what proves the count. */
export const PapersPart = ({ place, view, last: { result } }: Props) => {
  const { t } = useTranslation();
  const stolen = Math.max(1, Math.ceil(result.ballots * STOLEN_SHARE));
  const calls = Math.min(CALLS, result.ballots);
  const chance = `${String(Math.round(100 * chanceToFind(result.ballots, stolen, calls)))}%`;
  return (
    <section className="contest-part" aria-labelledby="contest-papers">
      <h2 id="contest-papers">{t('contests.papers')}</h2>
      <p className="quiet">{t('contests.papers-help')}</p>
      <ul className="contest-papers">
        {result.status === 'done' ? (
          <>
            <li>
              <a href={paperPath(place, 'list.docx')}>{t('contests.paper.list-docx')}</a>
            </li>
            <li>
              <a href={paperPath(place, 'list.csv')}>{t('contests.paper.list-csv')}</a>
            </li>
          </>
        ) : null}
        {view.status === 'certified' ? (
          <>
            <li>
              <a href={paperPath(place, 'certificates.docx')}>{t('contests.paper.certificates-docx')}</a>
            </li>
            <li>
              <Link to={`/contests/${view.id}/certificates`}>{t('contests.paper.certificates-print')}</Link>
            </li>
          </>
        ) : null}
        <li>
          <a href={`/api/elections/${view.id}/bundle.zip`}>{t('contests.paper.bundle')}</a>
        </li>
        <li>
          <a href={`/results/${view.id}`}>{t('contests.results-page')}</a>
        </li>
      </ul>
      {result.ballots === 0 || view.channel === 'open' ? null : (
        <>
          <h3>{t('contests.spot')}</h3>
          <p>{t('contests.spot-help', { stolen, calls, chance })}</p>
        </>
      )}
    </section>
  );
};
