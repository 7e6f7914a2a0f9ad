import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingView } from '#contract/wire/design.ts';
import { isEqual, type Path } from '../../yaml/read-yaml.ts';
import { findingsAt, useDesk } from '../desk-context.ts';

interface Props {
  path: Path;
  label: string;
  help?: string | undefined;
  /** Shows only what is said of the place itself: what stands below has properties of its own. */
  isGroup?: boolean;
  children: ReactNode | ((id: string) => ReactNode);
}

/** What lint says, in the reader's language, with the advice behind it. */
const FindingLine = ({ finding }: { finding: FindingView }) => {
  const { i18n } = useTranslation();
  const tag = i18n.language === 'en' ? 'en' : 'zh-CN';
  const advice = finding.suggestion?.[tag];
  return (
    <p className={`finding finding-${finding.severity}`} role={finding.severity === 'error' ? 'alert' : 'note'}>
      {finding.message[tag]}
      {advice === undefined ? null : <span className="finding-advice"> {advice}</span>}
    </p>
  );
};

/** One property with its name, what it means, and what is wrong with it. */
export const Property = ({ path, label, help, isGroup = false, children }: Props) => {
  const id = useId();
  const { findings } = useDesk();
  const here = findingsAt(findings, path).filter((finding) => !isGroup || isEqual(finding.path, path));
  const isInput = typeof children === 'function';
  return (
    <div
      className={`property${here.some(({ severity }) => severity === 'error') ? ' property-wrong' : ''}`}
      data-property={path.join('.')}
      {...(isInput ? {} : { role: 'group', 'aria-labelledby': `${id}-label` })}
    >
      {isInput ? (
        <label htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
      ) : (
        <span className="property-label" id={`${id}-label`}>
          {label}
        </span>
      )}
      {help === undefined ? null : <p className="property-help">{help}</p>}
      {isInput ? children(id) : children}
      {here.map((finding) => (
        <FindingLine key={`${finding.code} ${finding.path.join('.')} ${finding.message.en}`} finding={finding} />
      ))}
    </div>
  );
};
