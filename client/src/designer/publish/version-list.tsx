import { Button, Popconfirm, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VersionView } from '#contract/wire/design.ts';
import { moment } from '../../ui/dates.ts';

interface Props {
  versions: readonly VersionView[];
  shown: number | null;
  mayRestore: boolean;
  onShow: (n: number) => void;
  onRestore: (n: number) => void;
}

/** All versions of a definition, the latest first, each with who, when and why. */
export const VersionList = ({ versions, shown, mayRestore, onShow, onRestore }: Props) => {
  const { t, i18n } = useTranslation();
  return (
    <ol className="version-list" aria-label={t('versions.list')}>
      {versions.map((version) => (
        <li key={version.id} className={version.n === shown ? 'version-shown' : ''}>
          <div className="publication-head">
            <strong>{t('publish.version-n', { n: version.n })}</strong>
            <Tag color={version.status === 'published' ? 'success' : 'default'}>
              {t(version.status === 'published' ? 'versions.current' : 'versions.retired')}
            </Tag>
          </div>
          <p className="quiet">
            {t('publish.by', {
              by: version.publishedBy ?? t('publish.system'),
              at: moment(version.publishedAt, i18n.language),
            })}
          </p>
          {version.note === null ? null : <p>{version.note}</p>}
          <div className="version-actions">
            <Button
              size="small"
              aria-pressed={version.n === shown}
              aria-label={`${t('versions.compare')} ${t('publish.version-n', { n: version.n })}`}
              onClick={() => {
                onShow(version.n);
              }}
            >
              {t('versions.compare')}
            </Button>
            {mayRestore ? (
              <Popconfirm
                title={t('versions.restore')}
                description={<div className="restore-ask">{t('versions.restore-ask', { n: version.n })}</div>}
                okText={t('versions.restore')}
                onConfirm={() => {
                  onRestore(version.n);
                }}
              >
                <Button
                  size="small"
                  aria-label={`${t('versions.restore')} ${t('publish.version-n', { n: version.n })}`}
                >
                  {t('versions.restore')}
                </Button>
              </Popconfirm>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
};
