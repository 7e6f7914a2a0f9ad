import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isEqual, type Path } from '../../yaml/read-yaml.ts';
import { findingsAt, useDesk } from '../desk-context.ts';

interface Props {
  path: Path;
  title: string;
  detail?: string | undefined;
  mark?: ReactNode;
  /** Counts only what is wrong with itself: what stands below has a line of its own. */
  except?: readonly Path[];
  /** Counts what is wrong there as well. */
  also?: readonly Path[];
}

const isBelow = (path: Path, above: Path): boolean => isEqual(path.slice(0, above.length), above);

/** One line of the list: what it is, how much is wrong with it, and the way to its properties. */
export const OutlineEntry = ({ path, title, detail, mark, except = [], also = [] }: Props) => {
  const { t } = useTranslation();
  const { findings, selected, select } = useDesk();
  const here = [path, ...also]
    .flatMap((place) => findingsAt(findings, place))
    .filter((finding) => except.every((below) => !isBelow(finding.path, below)));
  const errors = here.filter(({ severity }) => severity === 'error').length;
  const count = errors > 0 ? errors : here.length;
  return (
    <button
      type="button"
      className="outline-entry"
      data-outline={path.join('.')}
      aria-current={isEqual(selected, path) ? 'true' : undefined}
      onClick={() => {
        select(path);
      }}
    >
      <span className="outline-title">
        {mark} {title}
      </span>
      {detail === undefined || detail === '' ? null : <span className="outline-detail">{detail}</span>}
      {count === 0 ? null : (
        <span
          className={`outline-count ${errors > 0 ? 'outline-errors' : 'outline-warnings'}`}
          title={t(errors > 0 ? 'workflow.errors' : 'workflow.warnings', { count })}
        >
          {count}
          <span className="sr-only"> {t(errors > 0 ? 'workflow.errors' : 'workflow.warnings', { count })}</span>
        </span>
      )}
    </button>
  );
};
