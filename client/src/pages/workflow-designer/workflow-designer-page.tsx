import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { fetchDefinition } from '../../api/designs.ts';
import { nonce } from '../../app/style-nonce.ts';
import { addTexts } from '../../designer/workflow/add-texts.ts';
import { VIEWS, WorkflowDesigner } from '../../designer/workflow/workflow-designer.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

addTexts();

/** The designer of the workflow that the address names; the address also keeps which side of it is open. */
export const WorkflowDesignerPage = () => {
  const { programme = '', key = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const definition = useQuery({
    queryKey: ['definition', programme, 'Workflow', key, 'edited'],
    queryFn: () => fetchDefinition(programme, { kind: 'Workflow', key }),
    // What is typed lives on the page; reading it again must not take it away
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (definition.error !== null)
    return (
      <div className="page">
        <ProblemAlert error={definition.error} />
      </div>
    );
  if (definition.data === undefined)
    return (
      <div className="centred">
        <Spin size="large" />
      </div>
    );
  return (
    <WorkflowDesigner
      key={`${programme} ${key}`}
      programme={programme}
      definition={definition.data}
      nonce={nonce}
      view={VIEWS.find((one) => one === search.get('view')) ?? 'design'}
      onView={(view) => {
        setSearch(view === 'design' ? {} : { view }, { replace: true });
      }}
    />
  );
};
