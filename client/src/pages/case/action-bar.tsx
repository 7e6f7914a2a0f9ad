import { Button, Dropdown, Space, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AvailableAction, CaseView } from '#contract/wire/case.ts';

interface Props {
  view: CaseView;
  busy: boolean;
  onAction: (action: AvailableAction) => void;
  onExtend: () => void;
  onExempt: () => void;
}

const MAIN: ReadonlySet<string> = new Set(['submit', 'approve']);
const DANGER: ReadonlySet<string> = new Set(['reject', 'return', 'reopen']);

/** Why a button cannot be pressed: the definition's own sentences, else the reason in general. */
const useReason = () => {
  const { t } = useTranslation();
  return (action: AvailableAction): string | undefined => {
    if (action.enabled) return undefined;
    return action.messages.length > 0 ? action.messages.join('；') : t(`refusal.${action.reason ?? 'guard-failed'}`);
  };
};

/** The actions of this moment at the foot of the page. What cannot be done now says why. */
export const ActionBar = ({ view, busy, onAction, onExtend, onExempt }: Props) => {
  const { t } = useTranslation();
  const reason = useReason();
  const extras = [
    ...(view.deadlines.some(({ mayExtend }) => mayExtend)
      ? [{ key: 'extend', label: t('case.extend'), onClick: onExtend }]
      : []),
    ...(view.mayExempt ? [{ key: 'exempt', label: t('case.exempt'), onClick: onExempt }] : []),
    ...(view.mayLiftExemption ? [{ key: 'lift', label: t('case.lift-exemption'), onClick: onExempt }] : []),
  ];
  if (view.actions.length === 0 && extras.length === 0) return null;
  return (
    <div className="action-bar" role="toolbar" aria-label={t('case.actions')}>
      <Space wrap>
        {view.actions.map((action) => {
          // A guard on the content is tried again with what has just been typed, so its button stays open.
          const blocked = !action.enabled && action.reason !== 'guard-failed' && action.reason !== 'form-invalid';
          return (
            <Tooltip key={action.key} title={blocked ? reason(action) : action.help}>
              <Button
                type={MAIN.has(action.kind) ? 'primary' : 'default'}
                danger={DANGER.has(action.kind)}
                disabled={blocked}
                loading={busy}
                onClick={() => {
                  onAction(action);
                }}
              >
                {action.proxy ? t('case.by-proxy', { title: action.title }) : action.title}
              </Button>
            </Tooltip>
          );
        })}
        {extras.length === 0 ? null : (
          <Dropdown menu={{ items: extras }} trigger={['click']}>
            <Button>{t('more')}</Button>
          </Dropdown>
        )}
      </Space>
    </div>
  );
};
