import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CellAddress } from '#contract/wire/case.ts';
import type { PlacedIssue } from '../../form/placed-issue.ts';

const SHOWN = 100;

interface Props {
  issues: PlacedIssue[];
  nameOf: (address: CellAddress) => string;
  onJump: (address: CellAddress) => void;
}

/** What is not right yet, in the form's order; a click goes to the cell. */
export const ProblemsPanel = ({ issues, nameOf, onJump }: Props) => {
  const { t } = useTranslation();
  if (issues.length === 0) return null;
  return (
    <section aria-label={t('problems.title')} className="side-block" aria-live="polite">
      <h2>
        {t('problems.title')} <Tag color="error">{issues.length}</Tag>
      </h2>
      <ul className="problems">
        {issues.slice(0, SHOWN).map((issue) => (
          <li key={`${issue.pointer} ${issue.message}`}>
            <Button
              type="link"
              className={issue.severity === 'error' ? 'problem-error' : 'problem-warning'}
              onClick={() => {
                if (issue.address !== null) onJump(issue.address);
              }}
            >
              <span className="quiet">{issue.address === null ? '' : nameOf(issue.address)}</span>
              {issue.message}
            </Button>
          </li>
        ))}
      </ul>
      {issues.length > SHOWN ? <p className="quiet">{t('problems.more', { count: issues.length - SHOWN })}</p> : null}
    </section>
  );
};
