import { Button, Input, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicationPreview } from '#contract/wire/publication.ts';
import { usePlanChoices } from './plan-choices.ts';
import { openIn, PlanForm } from './plan-form.tsx';

interface Props {
  programme: string;
  plan: PublicationPreview['plans'][number];
  /** The text that the preview stands on; null where none was given yet. */
  checked: string | null;
  /** Whether the text as it is now is the one that the preview stands on. */
  onEdit: (isChecked: boolean) => void;
  onCheck: (text: string) => void;
}

/** How the running cases of one workflow go over: filled in or written, then checked on the data. */
export const PlanEditor = ({ programme, plan, checked, onEdit, onCheck }: Props) => {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState(checked ?? plan.text);
  const [way, setWay] = useState<'form' | 'text'>('form');
  const { data: choices } = usePlanChoices(programme, plan.workflow, i18n.language);
  const open = openIn(text, plan.open);
  const isChecked = checked === text;
  const edit = (next: string): void => {
    setText(next);
    onEdit(next === checked);
  };
  return (
    <section className="plan" aria-label={t('publish.plans')}>
      <div className="plan-head">
        <h3>{t('publish.plan.of', { name: choices?.title ?? plan.workflow, count: plan.running })}</h3>
        <Segmented
          value={way}
          options={(['form', 'text'] as const).map((value) => ({ value, label: t(`publish.plan.${value}`) }))}
          onChange={setWay}
        />
      </div>
      {way === 'text' ? (
        <Input.TextArea
          className="plan-text"
          aria-label={t('publish.plan.text')}
          autoSize={{ minRows: 8, maxRows: 24 }}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            edit(event.target.value);
          }}
        />
      ) : choices === undefined ? (
        <Skeleton active />
      ) : (
        <PlanForm text={text} open={plan.open} standing={plan.standing} choices={choices} onText={edit} />
      )}
      <div className="publish-bar-line">
        <Button
          disabled={open > 0 || isChecked}
          onClick={() => {
            onCheck(text);
          }}
        >
          {t('publish.plan.check')}
        </Button>
        <span className="quiet" role="status">
          {open > 0
            ? t('publish.plan.open', { count: open })
            : isChecked
              ? t('publish.plan.checked')
              : checked === null
                ? ''
                : t('publish.plan.changed')}
        </span>
      </div>
    </section>
  );
};
