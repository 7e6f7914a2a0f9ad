import { useTranslation } from 'react-i18next';
import type { EditedName } from '#contract/wire/design.ts';
import type { PublicationView } from '#contract/wire/publication.ts';

interface Props {
  publication: PublicationView;
  titleOf: (name: EditedName) => string;
}

/** What whoever proposed a publication chose for running cases: their due dates, and the plans by which they go over. */
export const WaitingTerms = ({ publication: { dates, plans }, titleOf }: Props) => {
  const { t } = useTranslation();
  return (
    <section className="publish-part" aria-label={t('publish.terms')}>
      <h2>{t('publish.terms')}</h2>
      <p>
        {t('publish.dates')}
        {t('colon')}
        {t(`publish.dates.${dates}`)}
      </p>
      {plans.map(({ workflow, text }) => (
        <details key={workflow} open>
          <summary>{t('publish.terms.plan', { workflow: titleOf({ kind: 'Workflow', key: workflow }) })}</summary>
          <pre className="plan-text">{text}</pre>
        </details>
      ))}
    </section>
  );
};
