import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/wire/case.ts';
import { FormChangeNote } from './form-change-note.tsx';

/** What somebody should know before reading on: why it came back, that data are hidden, that there is nothing to report. */
export const CaseNotes = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  return (
    <>
      {view.returned === null || view.final !== null ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('case.returned')}
          description={[...view.returned.reasons, view.returned.comment].filter((text) => text !== '').join('；')}
        />
      )}
      {view.zero ? <Alert type="info" showIcon title={t('case.zero-done')} /> : null}
      {view.mayFillByProxy ? <Alert type="info" showIcon title={t('case.proxy-note')} /> : null}
      {view.masked.length > 0 ? <Alert type="info" showIcon title={t('case.masked')} /> : null}
      <FormChangeNote view={view} />
      {view.stateHelp === null ? null : <Alert type="info" title={view.stateHelp} />}
    </>
  );
};
