import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk-context.ts';
import { AddActionDialog } from '../dialogs/add-action-dialog.tsx';
import { RemoveStateButton } from '../dialogs/remove-state-button.tsx';
import { RenameStateButton } from '../dialogs/rename-state-button.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { FinalProperty } from '../properties/final.tsx';
import { InitialProperty } from '../properties/initial.tsx';
import { RightsProperty } from '../properties/rights.tsx';
import { StateDeadlineProperty } from '../properties/state-deadline.tsx';
import { TasksProperty } from '../properties/tasks.tsx';
import { PanelHeading } from './panel-heading.tsx';

/** A state: what it is called, who sees and fills what in it, what runs out in it, and what can be done. */
export const StatePanel = ({ state }: { state: string }) => {
  const { t } = useTranslation();
  const { isBroken, published } = useDesk();
  const [adding, setAdding] = useState(false);
  const path = ['states', state] as const;
  return (
    <>
      <PanelHeading
        path={path}
        sort={t('workflow.state')}
        remove={
          <>
            {published.has(state) ? null : <RenameStateButton state={state} />}
            <RemoveStateButton state={state} />
          </>
        }
      />
      <Button
        icon={<PlusOutlined />}
        disabled={isBroken}
        onClick={() => {
          setAdding(true);
        }}
      >
        {t('workflow.add', { name: t('workflow.action') })}
      </Button>
      <LocalTextProperty path={[...path, 'title']} label={t('workflow.title')} />
      <LocalTextProperty
        path={[...path, 'help']}
        label={t('workflow.state-help')}
        help={t('workflow.state-help-help')}
      />
      <InitialProperty state={state} />
      <FinalProperty path={path} />
      <RightsProperty path={path} />
      <StateDeadlineProperty path={path} />
      <TasksProperty path={path} />
      {adding ? (
        <AddActionDialog
          from={state}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </>
  );
};
