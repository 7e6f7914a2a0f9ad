import { Button, Spin } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { CaseView } from '#contract/wire/case.ts';
import type { FormModel } from '#engine/environment.ts';
import { allChoices } from '#engine/form/options.ts';
import { kindOf } from '../../form/kind.ts';
import { useOrganisationChoices } from '../../form/use-organisation-choices.ts';
import { PaperSheet } from '../../paper/paper-sheet.tsx';
import type { PaperWords } from '../../paper/paper-text.ts';
import { day, dueDay } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useOpenCase } from '../case/use-open-case.ts';

const Sheet = ({ view, model }: { view: CaseView; model: FormModel }) => {
  const { t, i18n } = useTranslation();
  const locale = i18n.language;
  const organisations = useOrganisationChoices(view.programme, model.form);
  const words = useMemo<PaperWords>(
    () => ({
      form: model.form,
      locale,
      choices: (field) =>
        kindOf(field) === 'organisation'
          ? organisations
          : allChoices(model, field, locale).map(({ const: code, title }) => ({ code, title })),
      fileNames: new Map(view.attachments.map(({ id, name }) => [id, name])),
      yes: t('paper.yes'),
      no: t('paper.no'),
    }),
    [model, locale, organisations, view.attachments, t],
  );
  const facts = {
    org: view.organisation?.title ?? '',
    period: view.period?.title ?? '',
    due: view.due === null ? '' : day(dueDay(view.due).format('YYYY-MM-DD'), locale),
  };
  return <PaperSheet words={words} data={view.data} facts={facts} />;
};

/** A case as a sheet of paper, to print or to save as PDF by the browser. */
export const PrintPage = () => {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { open, error } = useOpenCase(id);
  return (
    <main className="paper-desk">
      <div className="paper-tools">
        <Link to={`/cases/${id}`}>{t('paper.back')}</Link>
        <Button
          type="primary"
          disabled={open === undefined}
          onClick={() => {
            window.print();
          }}
        >
          {t('paper.print')}
        </Button>
      </div>
      <ProblemAlert error={error} />
      {open === undefined && error === null ? (
        <div className="centred">
          <Spin size="large" />
        </div>
      ) : null}
      {open === undefined ? null : <Sheet view={open.view} model={open.model} />}
    </main>
  );
};
