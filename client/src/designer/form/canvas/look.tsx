import { CalendarOutlined, DownOutlined, PaperClipOutlined } from '@ant-design/icons';
import type { Field } from '#contract/definition/field.ts';
import { textIn } from '#contract/text.ts';
import { titleIn } from '#engine/form/fields.ts';
import { useTranslation } from 'react-i18next';
import { optionsOf } from '../commands/options.ts';
import { kindEntryOf } from '../kinds/registry.ts';

const MOST_OPTIONS = 8;

const Options = ({ field, isMany, locale }: { field: Field; isMany: boolean; locale: string }) => {
  const { t } = useTranslation();
  const options = optionsOf(field).filter((option) => option['x-retired'] !== true);
  if (options.length === 0)
    return (
      <span className="sketch-line">
        {t('form-designer.from-table')} <DownOutlined />
      </span>
    );
  return (
    <span className="sketch-options">
      {options.slice(0, MOST_OPTIONS).map((option) => (
        <span key={String(option.const)}>
          <span className={isMany ? 'sketch-box' : 'sketch-dot'} /> {titleIn(option, locale)}
        </span>
      ))}
      {options.length > MOST_OPTIONS ? <span>… {options.length}</span> : null}
    </span>
  );
};

/** How a field will look, as a drawing: nothing can be typed into it. */
export const Sketch = ({ field, locale }: { field: Field; locale: string }) => {
  const { t } = useTranslation();
  const { look } = kindEntryOf(field);
  const hint = textIn(field['x-placeholder'], locale);
  if (field['x-computed'] !== undefined)
    return <span className="sketch-line sketch-computed">= {field['x-computed']}</span>;
  switch (look) {
    case 'choice':
    case 'choices':
      return <Options field={field} isMany={look === 'choices'} locale={locale} />;
    case 'yes-no':
      return (
        <span className="sketch-options">
          <span>
            <span className="sketch-dot" /> {t('form-designer.true')}
          </span>
          <span>
            <span className="sketch-dot" /> {t('form-designer.false')}
          </span>
        </span>
      );
    case 'date':
      return (
        <span className="sketch-line">
          {hint} <CalendarOutlined />
        </span>
      );
    case 'file':
      return (
        <span className="sketch-line sketch-file">
          <PaperClipOutlined /> {t('form.upload')}
        </span>
      );
    case 'fixed':
      return <span className="sketch-fixed">{field.description}</span>;
    case 'area':
      return <span className="sketch-line sketch-area">{hint}</span>;
    case 'line':
    case 'number':
      return <span className="sketch-line">{hint}</span>;
    case 'group':
    case 'roster':
      return null;
  }
};
