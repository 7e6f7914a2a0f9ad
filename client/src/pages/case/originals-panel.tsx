import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/wire/case.ts';
import { uploadOriginal } from '../../api/cases.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** The paper that an organisation sent: attached by whoever fills in its form, there to be compared by everybody else. */
export const OriginalsPanel = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: (file: File) => uploadOriginal(view.id, file),
    onSuccess: (original) => {
      queries.setQueryData<CaseView>(['case', view.id], (now) =>
        now === undefined ? now : { ...now, originals: [...now.originals, original] },
      );
    },
  });
  if (!view.mayFillByProxy && view.originals.length === 0) return null;
  return (
    <section aria-label={t('case.originals')} className="sheet">
      <strong>{t('case.originals')}</strong>
      <ul>
        {view.originals.map(({ id, name, uploadedBy }) => (
          <li key={id}>
            <a href={`/api/attachments/${id}`} download>
              {name}
            </a>{' '}
            <span className="quiet">{uploadedBy}</span>
          </li>
        ))}
      </ul>
      {view.mayFillByProxy ? (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            add.mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={add.isPending}>
            {t('case.add-original')}
          </Button>
        </Upload>
      ) : null}
      <ProblemAlert error={add.error} />
    </section>
  );
};
