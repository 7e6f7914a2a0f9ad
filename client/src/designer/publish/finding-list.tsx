import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FindingView } from '#contract/wire/design.ts';
import { said } from './said.ts';

const Findings = ({ findings }: { findings: readonly FindingView[] }) => {
  const { t, i18n } = useTranslation();
  return (
    <ul className="issue-list">
      {findings.map((finding) => (
        <li key={`${finding.file} ${String(finding.line)} ${finding.code} ${finding.path.join('.')}`}>
          {said(finding.message, i18n.language)}
          {finding.suggestion === undefined ? null : (
            <span className="quiet"> {said(finding.suggestion, i18n.language)}</span>
          )}{' '}
          <small className="quiet">
            {finding.file.split('/').at(-1)} · {t('publish.line', { line: finding.line })}
          </small>
        </li>
      ))}
    </ul>
  );
};

/** What stands in the way, and what is worth a look. */
export const FindingList = ({ findings }: { findings: readonly FindingView[] }) => {
  const { t } = useTranslation();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  if (findings.length === 0) return <Alert type="success" showIcon title={t('publish.findings-none')} />;
  return (
    <div className="stacked">
      {errors.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          title={t('publish.errors', { count: errors.length })}
          description={<Findings findings={errors} />}
        />
      )}
      {warnings.length === 0 ? null : (
        <details className="warnings">
          <summary>{t('publish.warnings', { count: warnings.length })}</summary>
          <Findings findings={warnings} />
        </details>
      )}
    </div>
  );
};
