import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioStep } from '#contract/definition/scenario.ts';
import type { AvailableAction, CaseView } from '#contract/wire/case.ts';
import type { Command } from '#engine/command.ts';
import { WalkGrant, type Grant } from './walk-grant.tsx';

interface Props {
  view: CaseView;
  onAction: (action: AvailableAction) => void;
  onDeed: (command: Command, step: ScenarioStep) => void;
}

/** The buttons of the role that is played: those of the real page, with the reason where one cannot be used. */
export const WalkDeeds = ({ view, onAction, onDeed }: Props) => {
  const { t } = useTranslation();
  const [granting, setGranting] = useState<Grant | null>(null);
  const reasonOf = (action: AvailableAction): string =>
    action.enabled || action.reason === null
      ? ''
      : [t(`refusal.${action.reason}`), ...action.messages].join(t('colon'));
  return (
    <div className="walk-deeds">
      {view.tasks
        .filter(({ mayClaim }) => mayClaim)
        .map(({ key, title }) => (
          <Button
            key={key}
            onClick={() => {
              onDeed({ type: 'claim', task: key }, { claim: key });
            }}
          >
            {t('walk.claim', { title })}
          </Button>
        ))}
      {view.actions.map((action) => (
        <Tooltip key={action.key} title={reasonOf(action)}>
          <Button
            type={action.kind === 'submit' || action.kind === 'approve' ? 'primary' : 'default'}
            disabled={!action.enabled}
            onClick={() => {
              onAction(action);
            }}
          >
            {action.proxy ? t('case.by-proxy', { title: action.title }) : action.title}
          </Button>
        </Tooltip>
      ))}
      {view.deadlines
        .filter(({ mayExtend }) => mayExtend)
        .map(({ key, title, due }) => (
          <Button
            key={key}
            onClick={() => {
              setGranting({ kind: 'extend', deadline: key, title, due });
            }}
          >
            {t('walk.extend', { title })}
          </Button>
        ))}
      {view.mayExempt ? (
        <Button
          onClick={() => {
            setGranting({ kind: 'exempt' });
          }}
        >
          {t('case.exempt')}
        </Button>
      ) : null}
      {granting === null ? null : (
        <WalkGrant
          grant={granting}
          onConfirm={(command, step) => {
            setGranting(null);
            onDeed(command, step);
          }}
          onClose={() => {
            setGranting(null);
          }}
        />
      )}
    </div>
  );
};
