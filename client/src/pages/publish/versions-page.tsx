import '../../designer/publish/publish.css';
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EditedName } from '#contract/wire/design.ts';
import { fetchDefinition, fetchDefinitions, fetchVersions } from '../../api/designs.ts';
import { addPublishTexts } from '../../designer/publish/add-texts.ts';
import { VersionsDesk } from '../../designer/publish/versions-desk.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

addPublishTexts();

const Versions = ({ programme, name }: { programme: string; name: EditedName }) => {
  const { t } = useTranslation();
  const place = [programme, name.kind, name.key];
  const definitions = useQuery({ queryKey: ['definitions', programme], queryFn: () => fetchDefinitions(programme) });
  const definition = useQuery({ queryKey: ['definition', ...place], queryFn: () => fetchDefinition(programme, name) });
  const versions = useQuery({ queryKey: ['versions', ...place], queryFn: () => fetchVersions(programme, name) });
  const row = definitions.data?.find(({ kind, key }) => kind === name.kind && key === name.key);
  const title = row?.title ?? name.key;
  return (
    <div className="page">
      <PageHeading title={t('versions.title', { name: title })}>
        <Link to={`/design?programme=${programme}`}>{t('publish.to-design')}</Link>
      </PageHeading>
      <ProblemAlert error={definition.error ?? versions.error} />
      {definition.data === undefined || versions.data === undefined ? (
        (definition.error ?? versions.error) === null ? (
          <Spin />
        ) : null
      ) : (
        <VersionsDesk
          key={name.key}
          programme={programme}
          name={name}
          title={title}
          definition={definition.data}
          versions={[...versions.data].sort((a, b) => b.n - a.n)}
        />
      )}
    </div>
  );
};

/** The history of one definition. */
export const VersionsPage = () => {
  const { t } = useTranslation();
  const { programme = '', kind, key } = useParams();
  const name = EditedName.safeParse({ kind, key });
  if (!name.success) return <div className="page">{t('versions.none')}</div>;
  return <Versions key={`${name.data.kind}/${name.data.key}`} programme={programme} name={name.data} />;
};
