import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { fetchJudging } from '../../api/judging.ts';
import './judging.css';
import { JudgingSubject } from './judging-subject.tsx';

/** What the person has to judge in this case, row by row; nothing for whom nothing is. */
export const JudgingPanel = ({ caseId, version }: { caseId: string; version: number }) => {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['case', caseId, 'judging', version], queryFn: () => fetchJudging(caseId) });
  if (data === undefined || data.tasks.length === 0) return null;
  return (
    <section aria-label={t('judging.title')} className="judging">
      <h2>{t('judging.title')}</h2>
      {data.isBlind ? <Alert type="info" showIcon title={t('judging.blind')} /> : null}
      {data.tasks.map((task) => (
        <div key={task.key}>
          <h3>{task.title}</h3>
          <div className="judging-subjects">
            {task.subjects.map((subject) => (
              <JudgingSubject
                key={`${subject.id} ${String(subject.isDone)}`}
                caseId={caseId}
                task={task}
                subject={subject}
                sheets={data.sheets.filter((sheet) => sheet.task === task.key)}
              />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
};
