import { useTranslation } from 'react-i18next';
import { LocalTextProperty } from '../../workflow/inputs/local-text.tsx';
import { TitledEntries } from '../inputs/titled-entries.tsx';
import { PermissionsProperty } from './permissions.tsx';
import type { Need } from './role-needs.ts';

/** Roles, and what each may do at all; a workflow's actor still has to name the role. */
export const RolesPart = ({ needs }: { needs: readonly Need[] }) => {
  const { t } = useTranslation();
  return (
    <TitledEntries
      path={['roles']}
      label={t('settings.roles')}
      help={t('settings.roles-help')}
      one={t('settings.role')}
      stem="role"
      fresh={(title) => ({ title, may: [] })}
    >
      {(own, key) => (
        <>
          <LocalTextProperty path={[...own, 'title']} label={t('settings.title')} />
          <PermissionsProperty path={[...own, 'may']} needs={needs.filter(({ role }) => role === key)} />
        </>
      )}
    </TitledEntries>
  );
};
