import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionSummary, FindingView } from '#contract/wire/design.ts';
import type { Choice, Surroundings } from '../workflow/desk-context.ts';
import { CalendarsPart } from './calendar/calendars-part.tsx';
import { DefinitionPane } from './definition-pane.tsx';
import { BasicsPart } from './parts/basics.tsx';
import { BindingsPart } from './parts/bindings.tsx';
import { KindsPart } from './parts/kinds.tsx';
import type { Need } from './parts/role-needs.ts';
import { RolesPart } from './parts/roles.tsx';
import { TablesPart } from './parts/tables.tsx';
import { TextPart, type TextHandle } from './parts/text.tsx';
import { ValuesPart } from './parts/values.tsx';
import { WorkflowsPart } from './parts/workflows.tsx';
import { TextsPart } from './texts/texts-part.tsx';

export const PARTS = [
  'basics',
  'kinds',
  'roles',
  'tables',
  'values',
  'workflows',
  'calendar',
  'texts',
  'text',
] as const;
export type Part = (typeof PARTS)[number];

/** Which part shows what stands under a word of the programme. */
const PART_OF: Record<string, Part> = {
  organisation_kinds: 'kinds',
  relations: 'kinds',
  roles: 'roles',
  tables: 'tables',
  params: 'values',
  money: 'values',
  workflows: 'workflows',
  uses: 'workflows',
};

interface Props {
  programme: string;
  definitions: readonly DefinitionSummary[];
  surroundings: Surroundings;
  templates: ReadonlyMap<string, unknown>;
  needs: readonly Need[];
  may: { programme: boolean; texts: boolean };
  /** `2027-03-01`. */
  today: string;
  nonce: string;
  part: Part;
  onPart: (part: Part) => void;
}

const choicesOf = (definitions: readonly DefinitionSummary[], wanted: DefinitionSummary['kind']): Choice[] =>
  definitions.filter(({ kind }) => kind === wanted).map(({ key, title }) => ({ value: key, label: title || key }));

const focusOn = (finding: FindingView): void => {
  const holder = document.querySelector<HTMLElement>(`[data-property="${finding.path.join('.')}"]`);
  holder?.scrollIntoView({ block: 'center' });
  holder?.querySelector<HTMLElement>('input, textarea, button')?.focus();
};

/** Everything that a programme says, part by part, and the definitions that go with it. */
export const ProgrammeParts = (props: Props) => {
  const { programme, definitions, surroundings, templates, needs, may, today, nonce, part, onPart } = props;
  const { t } = useTranslation();
  const text = useRef<TextHandle>(null);
  const [opened, setOpened] = useState<readonly Part[]>([part]);
  const workflows = choicesOf(definitions, 'Workflow');
  const calendars = choicesOf(definitions, 'Calendar');
  const show = (next: Part): void => {
    setOpened(opened.includes(next) ? opened : [...opened, next]);
    onPart(next);
  };
  const go = (finding: FindingView): void => {
    const wanted = part === 'text' ? 'text' : (PART_OF[String(finding.path[0])] ?? 'basics');
    show(finding.path.length === 0 ? 'text' : wanted);
    window.setTimeout(() => {
      if (wanted === 'text' || finding.path.length === 0) text.current?.show(finding);
      else focusOn(finding);
    }, 60);
  };
  const contents: Record<Part, ReactNode> = {
    basics: <BasicsPart calendars={calendars} />,
    kinds: <KindsPart />,
    roles: <RolesPart needs={needs} />,
    tables: <TablesPart />,
    values: <ValuesPart />,
    workflows: (
      <>
        <WorkflowsPart workflows={workflows} />
        <BindingsPart workflows={workflows} templates={templates} />
      </>
    ),
    calendar: <CalendarsPart {...{ programme, calendars, today, nonce }} mayEdit={may.programme} />,
    texts: <TextsPart {...{ programme, definitions, workflows, today, nonce }} mayEdit={may.texts} />,
    text: <TextPart nonce={nonce} ref={text} />,
  };
  return (
    <DefinitionPane
      programme={programme}
      name={{ kind: 'Programme', key: programme }}
      surroundings={surroundings}
      mayEdit={may.programme}
      onGo={go}
      isBehind={part === 'calendar' || part === 'texts'}
    >
      <nav className="settings-nav" aria-label={t('settings.parts')}>
        {PARTS.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === part ? 'page' : undefined}
            onClick={() => {
              show(one);
            }}
          >
            {t(`settings.part.${one}`)}
          </button>
        ))}
      </nav>
      {PARTS.filter((one) => one === part || opened.includes(one)).map((one) => (
        <section key={one} className={`part part-${one}`} aria-label={t(`settings.part.${one}`)} hidden={one !== part}>
          {contents[one]}
        </section>
      ))}
    </DefinitionPane>
  );
};
