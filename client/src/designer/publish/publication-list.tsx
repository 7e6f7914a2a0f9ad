import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditedName } from '#contract/wire/design.ts';
import type { PublicationView } from '#contract/wire/publication.ts';
import { NextSteps } from './next-steps.tsx';
import { PublicationCard } from './publication-card.tsx';

interface Props {
  programme: string;
  publications: readonly PublicationView[];
  titleOf: (name: EditedName) => string;
}

/** Every publication from the browser, the latest first. */
export const PublicationList = ({ programme, publications, titleOf }: Props) => {
  const { t } = useTranslation();
  if (publications.length === 0)
    return <Empty description={t('publish.history-none')}>{t('publish.history-none-help')}</Empty>;
  return (
    <>
      {publications[0]?.status === 'published' ? <NextSteps /> : null}
      <ul className="publications">
        {publications.map((publication) => (
          <PublicationCard key={publication.id} programme={programme} publication={publication} titleOf={titleOf} />
        ))}
      </ul>
    </>
  );
};
