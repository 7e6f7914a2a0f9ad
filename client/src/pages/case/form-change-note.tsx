import { Alert, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/wire/case.ts';

/** So many values of one field are told; a roster may have hundreds. */
const MOST_VALUES = 5;

const told = (values: readonly string[]): string =>
  values.length <= MOST_VALUES ? values.join('；') : `${values.slice(0, MOST_VALUES).join('；')}… (${values.length})`;

/** That the form has moved on since the draft was saved, with what it has no place for any more. */
export const FormChangeNote = ({ view: { formChange, write } }: { view: CaseView }) => {
  const { t } = useTranslation();
  if (formChange === undefined) return null;
  const { orphaned } = formChange;
  const isWritten = write !== 'none';
  if (!isWritten && orphaned.length === 0) return null;
  return (
    <Alert
      type={isWritten ? 'warning' : 'info'}
      showIcon
      title={isWritten ? t('follow.form-changed') : t('follow.orphaned-read')}
      description={
        orphaned.length === 0 ? undefined : (
          <>
            {isWritten ? <p>{t('follow.orphaned')}</p> : null}
            <Descriptions
              size="small"
              column={1}
              items={orphaned.map(({ field, title, values }) => ({ key: field, label: title, children: told(values) }))}
            />
          </>
        )
      }
    />
  );
};
