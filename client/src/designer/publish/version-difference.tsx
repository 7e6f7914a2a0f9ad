import { Alert, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditedName } from '#contract/wire/design.ts';
import { ChangeList } from './change-list.tsx';
import { LineTable } from './line-table.tsx';
import { versionChanges } from './version-words.ts';

interface Props {
  name: EditedName;
  title: string;
  texts: { before: string; after: string; programme: string };
}

const InWords = ({ name, title, texts }: Props) => {
  const { t } = useTranslation();
  const changes = versionChanges(name, texts);
  if (changes === null) return <Alert type="warning" showIcon title={t('versions.unreadable')} />;
  if (changes.length === 0) return <Alert type="info" showIcon title={t('versions.only-text')} />;
  return <ChangeList changes={changes} titleOf={() => title} />;
};

/** What differs between two texts of a definition: in words, and line by line. */
export const VersionDifference = (props: Props) => {
  const { t } = useTranslation();
  const [way, setWay] = useState<'words' | 'text'>('words');
  const { before, after } = props.texts;
  if (before === after) return <Alert type="info" showIcon title={t('versions.same')} />;
  return (
    <>
      <Segmented
        value={way}
        options={(['words', 'text'] as const).map((value) => ({ value, label: t(`versions.${value}`) }))}
        onChange={setWay}
      />
      <div className="version-content">
        {way === 'words' ? <InWords {...props} /> : <LineTable before={before} after={after} />}
      </div>
    </>
  );
};
