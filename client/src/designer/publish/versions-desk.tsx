import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Empty, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DefinitionText, EditedName, VersionView } from '#contract/wire/design.ts';
import { fetchVersion, saveDraft } from '../../api/designs.ts';
import { may, useSession } from '../../api/use-session.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { publishPath } from './places.ts';
import { type Side, useVersionTexts } from './use-version-texts.ts';
import { VersionDifference } from './version-difference.tsx';
import { VersionList } from './version-list.tsx';

interface Props {
  programme: string;
  name: EditedName;
  title: string;
  definition: DefinitionText;
  versions: readonly VersionView[];
}

/** What is compared to begin with: the draft with what stands, else what stands with what stood before. */
const firstSides = ({ definition, versions }: Props): { before: Side; after: Side } | null => {
  const [last, previous] = versions;
  if (last === undefined) return null;
  if (definition.draft !== null) return { before: definition.published?.n ?? last.n, after: 'draft' };
  return { before: previous?.n ?? last.n, after: last.n };
};

/** The versions of a definition: compared in words and side by side, and brought back as a draft. */
export const VersionsDesk = (props: Props) => {
  const { programme, name, title, definition, versions } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { data: session } = useSession();
  const [sides, setSides] = useState(() => firstSides(props));
  const texts = useVersionTexts(programme, name, sides);
  const restore = useMutation({
    mutationFn: async (n: number) => {
      const { text } = await fetchVersion(programme, name, n);
      return saveDraft(programme, name, { text, rev: definition.draft?.rev ?? 0 });
    },
    onSuccess: async () => {
      void message.success(t('versions.restored'));
      await queries.invalidateQueries();
      setSides({ before: definition.published?.n ?? 1, after: 'draft' });
    },
  });
  if (sides === null) return <Empty description={t('versions.none')} />;
  const options = [
    ...(definition.draft === null && sides.after !== 'draft'
      ? []
      : [{ value: 'draft' as Side, label: t('versions.draft') }]),
    ...versions.map(({ n }) => ({ value: n, label: t('publish.version-n', { n }) })),
  ];
  const choice = (side: 'before' | 'after') => (
    <Select
      aria-label={t(`versions.${side}`)}
      value={sides[side]}
      options={options}
      onChange={(value: Side) => {
        setSides({ ...sides, [side]: value });
      }}
    />
  );
  return (
    <div className="version-split">
      <VersionList
        versions={versions}
        shown={sides.before === 'draft' ? null : sides.before}
        mayRestore={may(session, 'definitions.edit')}
        onShow={(n) => {
          const later = versions.filter((version) => version.n > n).at(-1)?.n;
          setSides({ before: n, after: later ?? (definition.draft === null ? n : 'draft') });
        }}
        onRestore={(n) => {
          restore.mutate(n);
        }}
      />
      <section className="publish-part" aria-label={t('versions.compare')}>
        <div className="version-sides">
          {choice('before')}
          <span aria-hidden>→</span>
          {choice('after')}
          {definition.draft === null ? null : <Link to={publishPath(programme)}>{t('versions.to-publish')}</Link>}
        </div>
        <ProblemAlert error={restore.error ?? texts.error} />
        {texts.data === undefined ? (
          texts.error === null ? (
            <Skeleton active />
          ) : null
        ) : sides.before === sides.after ? (
          <Alert type="info" showIcon title={t('versions.same')} />
        ) : (
          <VersionDifference name={name} title={title} texts={texts.data} />
        )}
      </section>
    </div>
  );
};
