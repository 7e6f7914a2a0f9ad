import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { textIn } from '#contract/text.ts';
import type { Walk } from './walk.ts';

/** Why the last deed was refused, as the real page would say it. */
export const WalkRefusal = ({ walk }: { walk: Walk }) => {
  const { t, i18n } = useTranslation();
  const { refused } = walk;
  if (refused === null) return null;
  const lines = [
    ...refused.messages.map((message) => textIn(message, i18n.language)),
    ...refused.issues.map(({ message }) => message),
  ];
  return (
    <Alert
      type="warning"
      showIcon
      title={t('walk.refused', { reason: t(`refusal.${refused.reason}`) })}
      description={
        lines.length === 0 ? undefined : (
          <ul className="issue-list">
            {[...new Set(lines)].slice(0, 12).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      }
    />
  );
};
