import { CheckCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { FindingView } from '#contract/wire/design.ts';

interface Props {
  findings: readonly FindingView[];
  elsewhere: readonly FindingView[];
  isBehind: boolean;
  onJump: (finding: FindingView) => void;
}

const inOrder = (findings: readonly FindingView[]): FindingView[] =>
  [...findings].sort(
    (one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning') || one.line - other.line,
  );

/** Everything that lint says, errors first, each with the way to its place in text and picture. */
export const Problems = ({ findings, elsewhere, isBehind, onJump }: Props) => {
  const { t, i18n } = useTranslation();
  const tag = i18n.language === 'en' ? 'en' : 'zh-CN';
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <section className="problems" aria-label={t('workflow.problems')}>
      <p className="problems-head" role="status">
        {isBehind ? t('workflow.checking') : null}
        {!isBehind && findings.length + elsewhere.length === 0 ? (
          <>
            <CheckCircleFilled className="good" /> {t('workflow.no-problems')}
          </>
        ) : null}
        {findings.length > 0
          ? `${isBehind ? ' · ' : ''}${t('workflow.problem-count', { errors, warnings: findings.length - errors })}`
          : null}
      </p>
      <ul>
        {inOrder(findings).map((finding) => (
          <li key={`${finding.code} ${String(finding.line)} ${String(finding.column)} ${finding.message.en}`}>
            <button
              type="button"
              className={`problem problem-${finding.severity}`}
              onClick={() => {
                onJump(finding);
              }}
            >
              <span className="problem-mark" aria-hidden="true">
                {finding.severity === 'error' ? '✖' : '▲'}
              </span>
              <span>
                <span className="sr-only">{t(`workflow.severity-word.${finding.severity}`)} </span>
                {finding.message[tag]}
                {finding.suggestion === undefined ? null : (
                  <span className="finding-advice"> {finding.suggestion[tag]}</span>
                )}
              </span>
              <span className="quiet">{t('workflow.line', { line: finding.line })}</span>
            </button>
          </li>
        ))}
        {elsewhere.map((finding) => (
          <li className="problem problem-error" key={`${finding.file} ${String(finding.line)} ${finding.message.en}`}>
            <span className="problem-mark" aria-hidden="true">
              ✖
            </span>
            <span>{finding.message[tag]}</span>
            <span className="quiet">{finding.file}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
