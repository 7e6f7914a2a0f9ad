import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';

const WISHES = ['required', 'optional', 'none'] as const;

/** Whether the acting person writes a comment. */
export const CommentProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return (
    <ChoiceProperty
      path={[...path, 'comment']}
      label={t('workflow.comment')}
      otherwise={t('workflow.comment.optional')}
      choices={WISHES.map((wish) => ({ value: wish, label: t(`workflow.comment.${wish}`) }))}
    />
  );
};
