import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#contract/text.ts';
import { titleIn } from '#engine/form/fields.ts';
import { SchemaForm } from '../../../form/schema-form.tsx';
import { AsPhone } from '../../../grid/use-phone.ts';
import { PaperSheet } from '../../../paper/paper-sheet.tsx';
import { useModel } from '../use-model.ts';
import { drawingValidator } from './drawing-validator.ts';
import { exampleData } from './example-data.ts';
import { useTried } from './use-tried.ts';

type PreviewKind = 'desktop' | 'phone' | 'paper';

interface Props {
  kind: PreviewKind;
  programme: string;
}

/** The sheet as people will see it: on a desktop or a phone it can be tried out, on paper it shows the examples. */
export const Preview = ({ kind, programme }: Props) => {
  const { t, i18n } = useTranslation();
  const model = useModel();
  const locale = i18n.language;
  const tried = useTried(programme, model, locale);
  const words = useMemo(
    () => ({
      form: model.form,
      locale,
      choices: tried.choices,
      fileNames: new Map<string, string>(),
      yes: t('paper.yes'),
      no: t('paper.no'),
    }),
    [model, locale, tried.choices, t],
  );
  const isFilled = Object.keys(tried.data).length > 0;
  if (kind === 'paper')
    return (
      <div className="preview-paper">
        <PaperSheet
          words={words}
          data={isFilled ? tried.data : exampleData(model.form)}
          facts={{ org: t('form-designer.example-organisation'), period: '', due: '' }}
        />
      </div>
    );
  return (
    <AsPhone value={kind === 'phone'}>
      <div className={`preview-${kind}`}>
        <Alert type="info" showIcon title={t('form-designer.preview-note')} />
        <div className="sheet">
          <h2 className="preview-title">{titleIn(model.form, locale)}</h2>
          <p className="quiet">{textIn(model.form['x-help'], locale)}</p>
          <SchemaForm
            pack={tried.pack}
            validator={drawingValidator}
            data={tried.data}
            context={tried.context}
            onChange={tried.change}
          />
        </div>
      </div>
    </AsPhone>
  );
};
