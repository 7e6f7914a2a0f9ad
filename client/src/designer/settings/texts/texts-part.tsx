import { Alert, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionSummary, EditedName } from '#contract/wire/design.ts';
import type { Choice } from '../../workflow/desk-context.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { DefinitionPane } from '../definition-pane.tsx';
import { TextPart, type TextHandle } from '../parts/text.tsx';
import { NewText } from './new-text.tsx';

interface Props {
  programme: string;
  definitions: readonly DefinitionSummary[];
  workflows: readonly Choice[];
  mayEdit: boolean;
  today: string;
  nonce: string;
}

const wordOf = ({ kind, key }: EditedName): string => `${kind}/${key}`;

/** Scenarios and the demonstration, as texts. */
export const TextsPart = ({ programme, definitions, workflows, mayEdit, today, nonce }: Props) => {
  const { t } = useTranslation();
  const { surroundings } = useDesk();
  const text = useRef<TextHandle>(null);
  const texts = definitions.filter(({ kind }) => kind === 'Scenario' || kind === 'Demonstration');
  const [chosen, choose] = useState<string | null>(null);
  const shown = texts.find((one) => wordOf(one) === chosen) ?? texts[0];
  return (
    <>
      <p className="property-help">{t('settings.texts-help')}</p>
      {mayEdit ? (
        <NewText
          programme={programme}
          workflows={workflows}
          taken={texts.map(({ key }) => key)}
          hasDemonstration={texts.some(({ kind }) => kind === 'Demonstration')}
          today={today}
          onMade={(name) => {
            choose(wordOf(name));
          }}
        />
      ) : null}
      {shown === undefined ? (
        <Alert type="info" showIcon title={t('settings.no-texts')} />
      ) : (
        <>
          <Select
            aria-label={t('settings.which-text')}
            className="wide text-choice"
            showSearch={{ optionFilterProp: 'label' }}
            value={wordOf(shown)}
            options={texts.map((one) => ({
              value: wordOf(one),
              label: `${t(one.kind === 'Scenario' ? 'settings.scenario' : 'settings.demonstration')} · ${one.title}${one.errors > 0 ? ` · ${t('settings.errors', { count: one.errors })}` : ''}`,
            }))}
            onChange={choose}
          />
          <DefinitionPane
            key={wordOf(shown)}
            programme={programme}
            name={{ kind: shown.kind, key: shown.key }}
            surroundings={surroundings}
            mayEdit={mayEdit}
            onGo={(finding) => text.current?.show(finding)}
          >
            <TextPart nonce={nonce} ref={text} />
          </DefinitionPane>
        </>
      )}
    </>
  );
};
