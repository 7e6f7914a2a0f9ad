import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditedName } from '#contract/wire/design.ts';
import { saveDraft } from '../../../api/designs.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { Choice } from '../../workflow/desk-context.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { kindChoices } from '../../workflow/names.ts';
import { keyFor } from '../inputs/fresh-key.ts';
import { freshDemonstration, freshScenario } from './fresh-texts.ts';

interface Props {
  programme: string;
  workflows: readonly Choice[];
  taken: readonly string[];
  hasDemonstration: boolean;
  today: string;
  onMade: (name: EditedName) => void;
}

/** Begins a scenario of a workflow, or the demonstration. */
export const NewText = ({ programme, workflows, taken, hasDemonstration, today, onMade }: Props) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [workflow, setWorkflow] = useState<string | null>(workflows[0]?.value ?? null);
  const make = useMutation({
    mutationFn: async ({ name, text }: { name: EditedName; text: string }) => {
      await saveDraft(programme, name, { text, rev: 0 });
      await queries.invalidateQueries({ queryKey: ['definitions', programme] });
      return name;
    },
    onSuccess: (name) => {
      setTitle('');
      onMade(name);
    },
  });
  const scenario = (): void => {
    if (workflow === null) return;
    const key = keyFor(title, 'scenario', taken);
    const kind = kindChoices(desk)[0]?.value ?? null;
    const text = freshScenario({ key, title: title.trim(), workflow, day: today, kind });
    make.mutate({ name: { kind: 'Scenario', key }, text });
  };
  return (
    <>
      <Space wrap>
        <Space.Compact>
          <Input
            aria-label={t('settings.new-scenario')}
            placeholder={t('settings.new-scenario')}
            value={title}
            onChange={({ target }) => {
              setTitle(target.value);
            }}
          />
          <Select
            aria-label={t('settings.bound-workflow')}
            className="scenario-workflow"
            value={workflow}
            options={[...workflows]}
            onChange={setWorkflow}
          />
          <Button disabled={title.trim() === '' || workflow === null} loading={make.isPending} onClick={scenario}>
            {t('settings.add', { one: t('settings.scenario') })}
          </Button>
        </Space.Compact>
        {hasDemonstration ? null : (
          <Button
            onClick={() => {
              const text = freshDemonstration(today, t('settings.demonstration'));
              make.mutate({ name: { kind: 'Demonstration', key: 'demonstration' }, text });
            }}
          >
            {t('settings.add', { one: t('settings.demonstration') })}
          </Button>
        )}
      </Space>
      <ProblemAlert error={make.error} />
    </>
  );
};
