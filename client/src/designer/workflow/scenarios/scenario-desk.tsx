import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { fetchDefinition } from '../../../api/designs.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { ScenarioEditor } from './scenario-editor.tsx';
import type { PlayedScenario } from './scenario-line.tsx';

interface Props {
  programme: string;
  scenario: string;
  nonce: string;
  result: PlayedScenario | undefined;
  onSaved: () => void;
  onGone: () => void;
}

/** One scenario, read and then edited. */
export const ScenarioDesk = ({ programme, scenario, nonce, result, onSaved, onGone }: Props) => {
  const definition = useQuery({
    queryKey: ['definition', programme, 'Scenario', scenario, 'edited'],
    queryFn: () => fetchDefinition(programme, { kind: 'Scenario', key: scenario }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (definition.error !== null) return <ProblemAlert error={definition.error} />;
  if (definition.data === undefined) return <Spin />;
  return (
    <ScenarioEditor
      programme={programme}
      definition={definition.data}
      nonce={nonce}
      result={result}
      onSaved={onSaved}
      onGone={onGone}
    />
  );
};
