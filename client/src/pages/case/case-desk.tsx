import { Alert, App, Tabs } from 'antd';
import type { FormValidator } from '../../form/load-validator.ts';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/wire/case.ts';
import type { FormPackage } from '#contract/wire/definition.ts';
import type { FormModel } from '#engine/environment.ts';
import { SchemaForm, type SchemaFormHandle } from '../../form/schema-form.tsx';
import { useChecked } from '../../form/use-checked.ts';
import { day } from '../../ui/dates.ts';
import { ActionBar } from './action-bar.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { CaseHeading } from './case-heading.tsx';
import { CaseNotes } from './case-notes.tsx';
import { DifferencePanel } from './difference-panel.tsx';
import { DraftAlert } from './draft-status.tsx';
import { ExtensionDialog } from './extension-dialog.tsx';
import { GatheredPanel } from './gathered-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { JudgingPanel } from './judging-panel.tsx';
import { MattersPanel } from './matters-panel.tsx';
import { OriginalsPanel } from './originals-panel.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { QueriesPanel } from './queries-panel.tsx';
import { ExemptionDialog } from './exemption-dialog.tsx';
import { RemarkDialog, type RemarkTarget } from './remark-dialog.tsx';
import { useChangedPlaces } from './use-changed-places.ts';
import { useCaseActions } from './use-case-actions.ts';
import { useDraft } from './use-draft.ts';
import { useFiles } from './use-files.ts';

interface Props {
  view: CaseView;
  pack: FormPackage;
  model: FormModel;
  validator: FormValidator;
}

/** The open case: its form, what is wrong with it, what was remarked, and what may be done. */
export const CaseDesk = ({ view, pack, model, validator }: Props) => {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const editable = view.write !== 'none';
  const draft = useDraft(view, editable);
  const form = useRef<SchemaFormHandle>(null);
  const [remarking, setRemarking] = useState<RemarkTarget | null>(null);
  const [extending, setExtending] = useState(false);
  const [exempting, setExempting] = useState(false);
  const files = useFiles(view);
  const checked = useChecked({ view, model, validator, data: draft.data, editable, locale: i18n.language });
  const actions = useCaseActions({ view, draft, checked, keepTyping: () => form.current?.keepTyping() });
  const jump = (address: Parameters<SchemaFormHandle['jumpTo']>[0]): void => form.current?.jumpTo(address);
  const mayRemark = view.remark !== 'none';
  const { nameOf } = checked;
  const onRemark = useMemo(
    () =>
      mayRemark
        ? (address: RemarkTarget['address']) => {
            setRemarking({ address, name: nameOf(address) });
          }
        : null,
    [mayRemark, nameOf],
  );
  const changed = useChangedPlaces(view);
  const context = useMemo(
    () => ({ ...checked.context, files, onRemark, changed }),
    [checked.context, files, onRemark, changed],
  );
  const change = (data: Record<string, unknown>): void => {
    const settled = checked.settle(data);
    if (settled.cleared.length > 0) void message.info(t('case.cleared', { names: settled.cleared.join('、') }));
    draft.change(settled.data);
  };
  const shown = actions.attempted ? checked.issues : checked.early;
  const sided = shown.length > 0 || view.queries.length > 0;
  const content = (
    <div className={`case-layout${sided ? ' case-layout-sided' : ''}`}>
      <div className="sheet">
        {view.read === 'none' && !editable ? (
          <Alert type="info" title={t('case.not-readable')} />
        ) : (
          <SchemaForm
            ref={form}
            pack={pack}
            validator={validator.rjsf}
            data={draft.data}
            context={{ ...context, issues: [...shown, ...actions.serverIssues] }}
            onChange={change}
          />
        )}
      </div>
      {sided ? (
        <aside className="side">
          <ProblemsPanel issues={[...shown, ...actions.serverIssues]} nameOf={nameOf} onJump={jump} />
          <QueriesPanel caseId={view.id} queries={view.queries} nameOf={nameOf} onJump={jump} />
        </aside>
      ) : null}
    </div>
  );
  return (
    <div className="page">
      <CaseHeading view={view} status={draft.status} />
      <div className="stack">
        <DraftAlert status={draft.status} onOverwrite={draft.overwrite} />
        {draft.restored ? <Alert type="info" showIcon closable title={t('case.restored')} /> : null}
        {view.status === 'upcoming' && view.period !== null ? (
          <Alert type="info" showIcon title={t('case.upcoming', { at: day(view.period.from, i18n.language) })} />
        ) : null}
        <CaseNotes view={view} />
        <OriginalsPanel view={view} />
        {view.gathered === undefined ? null : <GatheredPanel gathered={view.gathered} />}
      </div>
      <JudgingPanel caseId={view.id} version={view.lockVersion} />
      <MattersPanel caseId={view.id} version={view.lockVersion} />
      <Tabs
        items={[
          { key: 'content', label: t('case.content'), children: content },
          {
            key: 'difference',
            label: t('case.difference'),
            children: <DifferencePanel view={view} form={checked.context.form} nameOf={nameOf} />,
          },
          {
            key: 'history',
            label: t('case.history'),
            children: (
              <div className="sheet">
                <HistoryPanel caseId={view.id} />
              </div>
            ),
          },
        ]}
      />
      <ActionBar
        view={view}
        busy={actions.busy}
        onAction={actions.begin}
        onExtend={() => {
          setExtending(true);
        }}
        onExempt={() => {
          setExempting(true);
        }}
      />
      {actions.asked === null ? null : (
        <ActionDialog
          view={view}
          action={actions.asked}
          warnings={actions.warnings}
          error={actions.error}
          busy={actions.busy}
          onConfirm={actions.confirm}
          onClose={actions.close}
        />
      )}
      {remarking === null ? null : (
        <RemarkDialog
          caseId={view.id}
          target={remarking}
          onClose={() => {
            setRemarking(null);
          }}
        />
      )}
      {extending ? (
        <ExtensionDialog
          view={view}
          onClose={() => {
            setExtending(false);
          }}
        />
      ) : null}
      {exempting ? (
        <ExemptionDialog
          caseId={view.id}
          lifts={view.mayLiftExemption}
          onClose={() => {
            setExempting(false);
          }}
        />
      ) : null}
    </div>
  );
};
