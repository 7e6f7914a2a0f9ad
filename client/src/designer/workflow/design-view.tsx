import { Grid, Segmented } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingView, ScenarioReport } from '#contract/wire/design.ts';
import { isEqual } from '../yaml/read-yaml.ts';
import { pathAt, rangeOf } from '../yaml/finding-range.ts';
import { YamlEditor, type YamlEditorHandle } from '../yaml/yaml-editor.tsx';
import { replaceText } from './commands/replace-text.ts';
import { useDesk } from './desk-context.ts';
import { Outline } from './outline/outline.tsx';
import { placeWithPanel, PropertyPanel } from './panels/property-panel.tsx';
import { Picture } from './picture/picture.tsx';
import { Problems } from './problems.tsx';
import type { Lint } from './use-lint.ts';

type Centre = 'picture' | 'both' | 'text';
type Sheet = 'list' | 'picture' | 'properties' | 'text' | 'problems';

interface Props {
  lint: Lint;
  nonce: string;
  coverage: ScenarioReport['coverage'][string] | undefined;
  editor: RefObject<YamlEditorHandle | null>;
  undo: () => void;
  redo: () => void;
}

/** List, picture, text and properties of one workflow; each changes the others. */
export const DesignView = ({ lint, nonce, coverage, editor, undo, redo }: Props) => {
  const { t, i18n } = useTranslation();
  const desk = useDesk();
  const isWide = Grid.useBreakpoint().lg ?? true;
  const [centre, setCentre] = useState<Centre>('picture');
  const [sheet, setSheet] = useState<Sheet>('list');
  const { text, workflow, selected, select, run } = desk;

  const jump = (finding: FindingView): void => {
    select(placeWithPanel(workflow, finding.path));
    if (!isWide) {
      setSheet('properties');
      return;
    }
    if (centre === 'picture') setCentre('both');
    const { from, to } = rangeOf(text, finding);
    window.setTimeout(() => editor.current?.show(from, to, true), 80);
  };
  const follow = (offset: number): void => {
    const place = placeWithPanel(workflow, pathAt(text, offset));
    if (!isEqual(place, selected)) select(place);
  };
  const yamlEditor = (
    <YamlEditor
      ref={editor}
      text={text}
      label={t('workflow.text')}
      language={i18n.language}
      nonce={nonce}
      findings={lint.findings}
      onChange={(next) => {
        run(replaceText(next, 'typing'));
      }}
      onUndo={undo}
      onRedo={redo}
      onCaret={follow}
    />
  );
  const problems = <Problems {...lint} onJump={jump} />;
  const properties = (
    <section className="properties" aria-label={t('workflow.properties')}>
      {desk.isBroken ? (
        <p className="finding finding-error" role="alert">
          {t('workflow.broken')}
        </p>
      ) : null}
      <PropertyPanel />
    </section>
  );
  if (!isWide)
    return (
      <div className="workflow-phone">
        <Segmented<Sheet>
          block
          value={sheet}
          options={(['list', 'picture', 'properties', 'text', 'problems'] as const).map((one) => ({
            value: one,
            label:
              one === 'problems' && lint.findings.length > 0
                ? `${t('workflow.sheet.problems')} ${String(lint.findings.length)}`
                : t(`workflow.sheet.${one}`),
          }))}
          onChange={setSheet}
        />
        {sheet === 'list' ? <Outline /> : null}
        {sheet === 'picture' ? <Picture coverage={coverage} /> : null}
        {sheet === 'properties' ? properties : null}
        {sheet === 'text' ? <div className="workflow-text">{yamlEditor}</div> : null}
        {sheet === 'problems' ? problems : null}
      </div>
    );
  return (
    <div className="workflow-desk">
      <Outline />
      <div className="workflow-centre">
        <Segmented<Centre>
          className="centre-switch"
          value={centre}
          options={(['picture', 'both', 'text'] as const).map((one) => ({
            value: one,
            label: t(`workflow.centre.${one}`),
          }))}
          onChange={setCentre}
        />
        {centre === 'text' ? null : <Picture coverage={coverage} />}
        {centre === 'picture' ? null : <div className="workflow-text">{yamlEditor}</div>}
        {problems}
      </div>
      {properties}
    </div>
  );
};
