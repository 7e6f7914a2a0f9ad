import '../../designer/deadlines/deadlines.css';
import '../../designer/publish/publish.css';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Spin, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { EditedName } from '#contract/wire/design.ts';
import type { PublicationView } from '#contract/wire/publication.ts';
import { fetchDefinitions } from '../../api/designs.ts';
import { fetchPublications } from '../../api/publications.ts';
import { addPublishTexts } from '../../designer/publish/add-texts.ts';
import { publishPath } from '../../designer/publish/places.ts';
import { PublicationList } from '../../designer/publish/publication-list.tsx';
import { PublishDrafts } from '../../designer/publish/publish-drafts.tsx';
import { UndoLook } from '../../designer/publish/undo-look.tsx';
import { WaitingLook } from '../../designer/publish/waiting-look.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

addPublishTexts();

/** How often the list is read again while cases are on their way, and otherwise. */
const SOON = 1_500;
const LATER = 15_000;

const isMoving = ({ status }: PublicationView): boolean => status === 'applying';

/** Publishing: drafts looked at and let through, a second person's confirmation, taking back, and the record of it all. */
export const PublishPage = () => {
  const { t } = useTranslation();
  const { programme = '' } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const definitions = useQuery({
    queryKey: ['definitions', programme],
    queryFn: () => fetchDefinitions(programme),
    // Whoever comes from a designer has just saved a draft.
    refetchOnMount: 'always',
  });
  const publications = useQuery({
    queryKey: ['publications', programme],
    queryFn: () => fetchPublications(programme),
    refetchInterval: ({ state }) => (state.data?.some(isMoving) === true ? SOON : LATER),
  });
  const titleOf = ({ kind, key }: EditedName): string =>
    definitions.data?.find((row) => row.kind === kind && row.key === key)?.title ?? key;
  const toHistory = (): void => {
    void navigate(publishPath(programme, { tab: 'history' }));
  };
  const found = (name: 'undo' | 'confirm'): PublicationView | undefined =>
    publications.data?.find(({ id }) => id === search.get(name));
  const [undone, confirmed] = [found('undo'), found('confirm')];
  const waiting = publications.data?.filter(({ status }) => status === 'waiting').length ?? 0;
  const title =
    undone === undefined
      ? t(confirmed === undefined ? 'publish.title' : 'publish.confirm-title')
      : t('publish.undo-title');
  return (
    <div className="page publish-page">
      <PageHeading title={title}>
        {undone === undefined && confirmed === undefined ? (
          <Link to={`/design?programme=${programme}`}>{t('publish.to-design')}</Link>
        ) : (
          <Button onClick={toHistory}>{t('publish.cancel')}</Button>
        )}
      </PageHeading>
      <ProblemAlert error={definitions.error ?? publications.error} />
      {definitions.data === undefined || publications.data === undefined ? (
        definitions.error === null && publications.error === null ? (
          <Spin />
        ) : null
      ) : undone !== undefined ? (
        <UndoLook programme={programme} publication={undone} titleOf={titleOf} onMade={toHistory} />
      ) : confirmed !== undefined ? (
        <WaitingLook programme={programme} publication={confirmed} titleOf={titleOf} onDone={toHistory} />
      ) : (
        <Tabs
          activeKey={search.get('tab') ?? 'prepare'}
          onChange={(tab) => {
            void navigate(publishPath(programme, tab === 'history' ? { tab } : {}), { replace: true });
          }}
          items={[
            {
              key: 'prepare',
              label: t('publish.prepare'),
              children: <PublishDrafts programme={programme} definitions={definitions.data} onMade={toHistory} />,
            },
            {
              key: 'history',
              label: (
                <Badge count={waiting} offset={[10, 0]} size="small">
                  {t('publish.history')}
                </Badge>
              ),
              children: <PublicationList programme={programme} publications={publications.data} titleOf={titleOf} />,
            },
          ]}
        />
      )}
    </div>
  );
};
