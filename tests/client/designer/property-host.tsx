import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure } from '@testing-library/react';
import i18next from 'i18next';
import { type ReactNode, useState } from 'react';
import { initReactI18next } from 'react-i18next';
import type { FindingView } from '../../../server/contract/wire/design.ts';
import { DeskContext, type WorkflowDesk } from '../../../client/src/designer/workflow/desk-context.ts';
import type { Path } from '../../../client/src/designer/yaml/read-yaml.ts';
import { valueOf } from '../../../client/src/designer/yaml/read-yaml.ts';
import { useHistory } from '../../../client/src/designer/workflow/use-history.ts';
import { zhCNWorkflow } from '../../../client/src/ui/locales/zh-cn-workflow.ts';
import { zhCNContestDesign } from '../../../client/src/ui/locales/zh-cn-contest-design.ts';
import { zhCN } from '../../../client/src/ui/locales/zh-cn.ts';

await i18next.use(initReactI18next).init({
  lng: 'zh-CN',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { 'zh-CN': { translation: { ...zhCN, ...zhCNWorkflow, ...zhCNContestDesign } } },
});

Element.prototype.scrollIntoView = () => undefined;
globalThis.ResizeObserver = class {
  observe(): void {
    // Nothing is laid out here, so nothing changes its size
  }
  unobserve(): void {
    // As above
  }
  disconnect(): void {
    // As above
  }
};

/** The channel through which a list waits until the page is drawn; a turn of the clock does as well here. */
globalThis.MessageChannel = class {
  port1: { onmessage: (() => void) | null } = { onmessage: null };
  port2 = {
    postMessage: (): void => {
      setTimeout(() => this.port1.onmessage?.(), 0);
    },
  };
} as unknown as typeof MessageChannel;

window.matchMedia = (media) =>
  ({
    media,
    matches: false,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;

// Whether something can be seen is for the browser tests; here it would take most of the time
configure({ defaultHidden: true });

// Sizes that a browser would know by itself, for texts that grow with what is typed
const sizes = document.createElement('style');
sizes.textContent = 'textarea { padding: 4px; border: 1px solid; line-height: 20px; }';
document.head.append(sizes);

/** A workflow with a comment, in the compact hand in which people write them. */
export const FERRY = `# The ferry's log
apiVersion: formflow/v1
kind: Workflow
key: ferry_log
title: {zh-CN: 渡船日志, en: Ferry log}
subject: {form: log, per: [organisation]}
actors:
  mate:   {role: clerk, scope: own}       # who writes
  master: {role: boss,  scope: programme}
deadlines:
  log: {on: 2026-03-31, remind: [P3D]}
initial: open
states:
  open:
    title: {zh-CN: 填写, en: Open}
    deadline: log
    on:
      submit: {kind: submit, title: {zh-CN: 提交, en: Submit}, by: [mate], to: checked}
  checked:
    title: {zh-CN: 核对, en: Checked}
    on:
      approve: {kind: approve, title: {zh-CN: 通过, en: Approve}, by: [master], to: done}
  done: {title: {zh-CN: 完成, en: Done}, final: success}
`;

const PROGRAMME = {
  roles: { clerk: { title: '船员' }, boss: { title: '船长' } },
  organisation_kinds: { pier: { title: '码头' }, yard: { title: '船厂' } },
};

/** The text as it stands, and what is selected. */
export const latest: { text: string; selected: Path } = { text: '', selected: [] };

/** The clock of the installation: already the new year where it stands, not yet in Greenwich. */
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
queries.setQueryData(['installation'], { now: '2030-12-31T18:00:00.000Z', zone: 'Asia/Shanghai' });

interface Props {
  text?: string;
  findings?: FindingView[];
  selected?: Path;
  children: ReactNode;
}

/** Properties as they stand on the page, without the server. */
export const PropertyHost = ({ text: start = FERRY, findings = [], selected: first = [], children }: Props) => {
  const history = useHistory(start);
  const [selected, setSelected] = useState<Path>(first);
  const { text } = history;
  latest.text = text;
  latest.selected = selected;
  const value = valueOf(text);
  const desk: WorkflowDesk = {
    text,
    workflow: value ?? {},
    isBroken: value === null,
    findings,
    published: new Set(['open']),
    surroundings: {
      programme: PROGRAMME,
      locales: ['zh-CN', 'en'],
      forms: [{ value: 'log', label: '日志' }],
      fields: [
        { value: 'crew', label: '船员', sort: 'field' },
        { value: 'trips', label: '航次', sort: 'roster' },
        { value: 'trips.pier', label: '航次 · 码头', sort: 'field' },
      ],
    },
    language: 'zh-CN',
    selected,
    select: setSelected,
    run: (command) => {
      history.run(command);
      if (command.select !== undefined) setSelected(command.select);
    },
  };
  return (
    <QueryClientProvider client={queries}>
      <DeskContext.Provider value={desk}>
        {children}
        <button type="button" onClick={history.undo}>
          撤销
        </button>
      </DeskContext.Provider>
    </QueryClientProvider>
  );
};
