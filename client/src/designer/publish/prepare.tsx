import { Alert, App, Radio, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditedName } from '#contract/wire/design.ts';
import type { PublicationView, WantedPublication } from '#contract/wire/publication.ts';
import { may, useSession } from '../../api/use-session.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PlanEditor } from './plan-editor.tsx';
import { LookingReport, PreviewReport } from './preview-report.tsx';
import { PublishBar } from './publish-bar.tsx';
import { isStale, usePublishing } from './use-publishing.ts';

interface Props {
  programme: string;
  /** What is to be published, without terms; null while nothing is chosen. */
  what: Pick<WantedPublication, 'definitions' | 'undo'> | null;
  label?: string;
  titleOf: (name: EditedName) => string;
  onMade: (made: PublicationView) => void;
  children?: ReactNode;
}

const DATED = ['Workflow', 'Programme', 'Calendar'];

/** Terms, the report on the data, plans, and the button: for drafts and for taking a publication back alike. */
export const Prepare = ({ programme, what, label, titleOf, onMade, children }: Props) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { data: session } = useSession();
  const [dates, setDates] = useState<'move' | 'keep'>('move');
  const [plans, setPlans] = useState<ReadonlyMap<string, string>>(new Map());
  const [unchecked, setUnchecked] = useState<ReadonlySet<string>>(new Set());
  const given = [...plans].map(([workflow, text]) => ({ workflow, text }));
  const wanted = what === null ? null : { ...what, dates, ...(given.length === 0 ? {} : { plans: given }) };
  const { preview, make } = usePublishing(programme, wanted, (made) => {
    void message.success(t(made.status === 'waiting' ? 'publish.done-waiting' : 'publish.done'));
    onMade(made);
  });
  const told = what === null ? undefined : preview.data;
  const waitsForPlan =
    told?.plans.some(({ workflow, open }) => unchecked.has(workflow) || (open.length > 0 && !plans.has(workflow))) ??
    false;
  return (
    <>
      {children}
      {make.error !== null && isStale(make.error) ? (
        <Alert type="warning" showIcon closable title={t('publish.stale')} />
      ) : (
        <ProblemAlert error={make.error} />
      )}
      <ProblemAlert error={what === null ? null : preview.error} />
      {told === undefined ? (
        what !== null && preview.isFetching ? (
          <LookingReport />
        ) : null
      ) : (
        <Spin spinning={preview.isFetching} description={t('publish.looking')}>
          <PreviewReport preview={told} titleOf={titleOf}>
            {told.changes.some(({ kind }) => DATED.includes(kind)) ? (
              <section className="publish-part">
                <h2>{t('publish.dates')}</h2>
                <Radio.Group
                  aria-label={t('publish.dates')}
                  value={dates}
                  options={(['move', 'keep'] as const).map((value) => ({ value, label: t(`publish.dates.${value}`) }))}
                  onChange={(event) => {
                    setDates(event.target.value as 'move' | 'keep');
                  }}
                />
              </section>
            ) : null}
            {told.plans.length === 0 ? null : (
              <section className="publish-part">
                <h2>{t('publish.plans')}</h2>
                <p>{t(told.plans.some(({ needed }) => needed) ? 'publish.plans-help' : 'publish.plans-free')}</p>
                {told.plans.map((plan) => (
                  <PlanEditor
                    key={plan.workflow}
                    programme={programme}
                    plan={plan}
                    checked={plans.get(plan.workflow) ?? (plan.open.length === 0 ? plan.text : null)}
                    onEdit={(isChecked) => {
                      setUnchecked(
                        new Set(
                          [...unchecked].filter((one) => one !== plan.workflow).concat(isChecked ? [] : plan.workflow),
                        ),
                      );
                    }}
                    onCheck={(text) => {
                      setUnchecked(new Set([...unchecked].filter((one) => one !== plan.workflow)));
                      setPlans(new Map(plans).set(plan.workflow, text));
                    }}
                  />
                ))}
              </section>
            )}
          </PreviewReport>
          <PublishBar
            preview={told}
            waitsForPlan={waitsForPlan}
            mayPublish={may(session, 'definitions.publish')}
            isBusy={make.isPending || preview.isFetching}
            label={label ?? t(told.needsSecondPerson ? 'publish.propose' : 'publish.publish')}
            onPublish={(note) => {
              if (wanted !== null) make.mutate({ of: wanted, token: told.token, note });
            }}
          />
        </Spin>
      )}
    </>
  );
};
