import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';

/** What the acting person writes. */
export const CommentInput = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={t('case.comment')}>
      {(id) => (
        <Input
          id={id}
          disabled={isBroken}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => {
            set(target.value);
          }}
        />
      )}
    </Property>
  );
};
