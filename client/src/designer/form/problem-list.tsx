import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { fullName } from './names.ts';
import type { Problem } from './problem.ts';
import { useForm } from './use-design.ts';

interface Props {
  problems: readonly Problem[] | null;
  onJump: (problem: Problem) => void;
}

/** Everything that lint says; a click goes to the field, or to the line where there is none. */
export const ProblemList = ({ problems, onJump }: Props) => {
  const { t, i18n } = useTranslation();
  const form = useForm();
  if (problems === null) return <p className="quiet">{t('form-designer.checking')}</p>;
  if (problems.length === 0)
    return (
      <p className="designer-fine">
        <CheckCircleOutlined /> {t('form-designer.no-problems')}
      </p>
    );
  return (
    <ul className="designer-problems" aria-label={t('form-designer.problems')}>
      {problems.map((problem) => (
        <li key={`${String(problem.line)}:${String(problem.column)}${problem.message}`}>
          <button
            type="button"
            onClick={() => {
              onJump(problem);
            }}
          >
            <span className={problem.severity === 'error' ? 'problem-error' : 'problem-warning'}>
              {problem.severity === 'error' ? <CloseCircleOutlined /> : <WarningOutlined />}{' '}
              <strong>
                {problem.field === ''
                  ? t('form-designer.the-form')
                  : fullName(form, problem.field.split('.'), i18n.language)}
              </strong>
              {t('colon')}
              {problem.message}
            </span>
            {problem.suggestion === null ? null : <span className="quiet">{problem.suggestion}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
};
