import { Alert, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditedName } from '#contract/wire/design.ts';
import type { PublicationPreview } from '#contract/wire/publication.ts';
import { CLASS_WORDS } from '#engine/change/report-words.ts';
import { ChangeList } from './change-list.tsx';
import { ClassLegend, ClassTag } from './class-tag.tsx';
import { EffectList } from './effect-list.tsx';
import { FindingList } from './finding-list.tsx';
import { said } from './said.ts';

interface Props {
  preview: PublicationPreview;
  titleOf: (name: EditedName) => string;
  /** Between what changes and what follows: plans for running cases. */
  children?: ReactNode;
}

const COUNTS = ['drafts', 'submissions', 'running', 'organisations'] as const;

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="publish-part">
    <h2>{title}</h2>
    {children}
  </section>
);

/** All that is known about a publication before it is made: what changes, what is wrong, who is touched. */
export const PreviewReport = ({ preview, titleOf, children }: Props) => {
  const { t, i18n } = useTranslation();
  const { changes, findings, effects, counts } = preview;
  const isBroken = findings.some(({ severity }) => severity === 'error');
  return (
    <>
      <div className="publish-figures">
        <div className="due-figure">
          <span className="quiet">{t('publish.level')}</span>
          <b>{preview.class ?? '—'}</b>
          {preview.class === null ? null : <span>{said(CLASS_WORDS[preview.class], i18n.language)}</span>}
        </div>
        {COUNTS.map((key) => (
          <div key={key} className="due-figure">
            <span className="quiet">{t(`publish.counts.${key}`)}</span>
            <b>{isBroken ? '—' : counts[key]}</b>
          </div>
        ))}
      </div>
      {preview.class === null ? null : (
        <p className="class-line">
          <ClassTag of={preview.class} isLong /> {t(`publish.class-help.${preview.class}`)}
        </p>
      )}
      <ClassLegend />
      <Part title={t('publish.changes')}>
        {changes.length === 0 ? (
          <Alert type="info" showIcon title={t('publish.nothing-changes')} />
        ) : (
          <ChangeList changes={changes} titleOf={titleOf} />
        )}
      </Part>
      <Part title={t('publish.findings')}>
        <FindingList findings={findings} />
      </Part>
      {children}
      <Part title={t('publish.effects')}>
        {isBroken ? <p className="quiet">{t('publish.effects-later')}</p> : <EffectList effects={effects} />}
        {changes.some(({ kind }) => kind === 'Form') ? <p className="quiet">{t('publish.drafts-follow')}</p> : null}
      </Part>
    </>
  );
};

/** While everything is being looked at. */
export const LookingReport = () => {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p className="quiet">{t('publish.looking')}</p>
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  );
};
