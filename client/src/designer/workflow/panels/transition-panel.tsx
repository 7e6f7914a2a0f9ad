import { PlusCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { transitionsOf } from '../commands/transitions.ts';
import { useDesk } from '../desk-context.ts';
import { InsertReviewDialog } from '../dialogs/insert-review-dialog.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { ActionByProperty } from '../properties/action-by.tsx';
import { ActionKindProperty } from '../properties/action-kind.tsx';
import { AssignmentsProperty } from '../properties/assignments.tsx';
import { CommentProperty } from '../properties/comment.tsx';
import { GiveProperty } from '../properties/give.tsx';
import { MembersProperty } from '../properties/members.tsx';
import { ReasonsProperty } from '../properties/reasons.tsx';
import { RequirementsProperty } from '../properties/requirements.tsx';
import { TargetProperty } from '../properties/target.tsx';
import { PanelHeading } from './panel-heading.tsx';

/** An action of people, or what a built-in event leads to: who, where to, and what must hold. */
export const TransitionPanel = ({ state, name }: { state: string; name: string }) => {
  const { t } = useTranslation();
  const { workflow, isBroken } = useDesk();
  const [inserting, setInserting] = useState(false);
  const path = ['states', state, 'on', name] as const;
  const isEvent = name.startsWith('@');
  const first = transitionsOf(workflow).find((one) => one.from === state && one.name === name);
  return (
    <>
      <PanelHeading path={path} sort={t(isEvent ? 'workflow.event' : 'workflow.action')} />
      {first === undefined ? null : (
        <Button
          icon={<PlusCircleOutlined />}
          disabled={isBroken}
          onClick={() => {
            setInserting(true);
          }}
        >
          {t('workflow.insert-here')}
        </Button>
      )}
      {isEvent ? (
        <p className="property-help">{t('workflow.event-help')}</p>
      ) : (
        <>
          <LocalTextProperty
            path={[...path, 'title']}
            label={t('workflow.title')}
            help={t('workflow.action-title-help')}
          />
          <ActionKindProperty path={path} />
          <ActionByProperty path={path} />
        </>
      )}
      <TargetProperty path={path} />
      <RequirementsProperty path={path} hasWarnings={!isEvent} />
      {isEvent ? null : (
        <>
          <CommentProperty path={path} />
          <ReasonsProperty path={path} />
          <GiveProperty path={path} />
          <MembersProperty path={path} />
          <LocalTextProperty path={[...path, 'help']} label={t('workflow.action-help')} />
        </>
      )}
      <AssignmentsProperty path={path} />
      {inserting && first !== undefined ? (
        <InsertReviewDialog
          transition={first}
          onClose={() => {
            setInserting(false);
          }}
        />
      ) : null}
    </>
  );
};
