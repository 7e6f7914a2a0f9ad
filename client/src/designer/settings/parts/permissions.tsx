import { Alert, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Permission } from '#contract/definition/programme.ts';
import { setList } from '../commands/set-list.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { Property } from '../../workflow/inputs/property.tsx';
import { wordsAt } from '../../workflow/names.ts';
import type { Path } from '../../yaml/read-yaml.ts';
import { PERMISSION_GROUPS } from './permission-groups.ts';
import type { Need } from './role-needs.ts';

const told = ({ workflow, action }: Need): string => (action === '' ? workflow : `${workflow} · ${action}`);

/** What one role may do, in words, each with what workflows need it for. */
export const PermissionsProperty = ({ path, needs }: { path: Path; needs: readonly Need[] }) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const may = wordsAt(workflow, path);
  const change = (permission: Permission, isGiven: boolean): void => {
    run(setList(path, isGiven ? [...may, permission] : may.filter((one) => one !== permission)));
  };
  const missing = needs.filter(({ permission }) => !may.includes(permission));
  return (
    <Property path={path} label={t('settings.may')}>
      <div className="permissions">
        {PERMISSION_GROUPS.map(({ group, permissions }) => (
          <fieldset key={group}>
            <legend>{t(`settings.may-group.${group}`)}</legend>
            {permissions.map((permission) => {
              const uses = [...new Set(needs.filter((need) => need.permission === permission).map(told))];
              return (
                <Checkbox
                  key={permission}
                  disabled={isBroken}
                  checked={may.includes(permission)}
                  onChange={({ target }) => {
                    change(permission, target.checked);
                  }}
                >
                  {t(`permission.${permission}`)}
                  {uses.length === 0 ? null : (
                    <span className="quiet"> {t('settings.needed-for', { uses: uses.slice(0, 3).join('、') })}</span>
                  )}
                </Checkbox>
              );
            })}
          </fieldset>
        ))}
      </div>
      {missing.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('settings.role-lacks')}
          description={
            <ul className="issue-list">
              {[
                ...new Set(missing.map((need) => `${told(need)}${t('colon')}${t(`permission.${need.permission}`)}`)),
              ].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          }
        />
      )}
    </Property>
  );
};
