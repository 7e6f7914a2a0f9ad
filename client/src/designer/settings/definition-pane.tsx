import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import type { ReactNode } from 'react';
import type { EditedName, FindingView } from '#contract/wire/design.ts';
import { fetchDefinition } from '../../api/designs.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Surroundings } from '../workflow/desk-context.ts';
import { SettingsDesk } from './settings-desk.tsx';

interface Props {
  programme: string;
  name: EditedName;
  surroundings: Surroundings;
  mayEdit: boolean;
  onGo: (finding: FindingView) => void;
  isBehind?: boolean;
  children: ReactNode;
}

/** A definition, read and put on a desk of its own. */
export const DefinitionPane = ({ programme, name, surroundings, mayEdit, onGo, isBehind = false, children }: Props) => {
  const { kind, key } = name;
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: ['definition', programme, kind, key, 'settings'],
    queryFn: () => fetchDefinition(programme, { kind, key }),
    // What is typed lives on the desk; reading the text again must not take it away.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <Spin />;
  return (
    <SettingsDesk
      key={`${kind} ${key} ${String(dataUpdatedAt)}`}
      programme={programme}
      name={name}
      start={data}
      surroundings={surroundings}
      mayEdit={mayEdit}
      onDiscarded={() => void refetch()}
      onGo={onGo}
      isBehind={isBehind}
    >
      {children}
    </SettingsDesk>
  );
};
