import { CommentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { FieldTemplateProps } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import { textIn } from '#contract/text.ts';
import { placeOf, type FormContext } from './form-context.ts';
import { isRoster } from './kind.ts';
import { reaches } from './reach.ts';
import { addressOf } from './value-field.tsx';

type Props = FieldTemplateProps<unknown, Record<string, unknown>, FormContext>;

const Said = ({ id, context, place }: { id: string; context: FormContext; place: string }) => {
  const issues = context.issues.filter(({ address }) => address !== null && placeOf(address) === place);
  const queries = context.queries.filter((query) => placeOf(query.address) === place && query.status !== 'closed');
  return (
    <div id={`${id}__said`} className="said">
      {issues.map((issue) => (
        <div key={issue.message} className={issue.severity === 'error' ? 'problem-error' : 'problem-warning'}>
          {issue.message}
        </div>
      ))}
      {queries.map((query) => (
        <div key={query.id} className="said-query">
          {query.remarks.at(-1)?.text}
        </div>
      ))}
    </div>
  );
};

/** Label, input, help and everything said about one field. A roster and a section bring their own heading. */
export const FieldTemplate = (props: Props) => {
  const { t } = useTranslation();
  const context = props.registry.formContext;
  const field = props.uiSchema?.['ui:options']?.['source'] as Field | undefined;
  if (props.hidden) return null;
  if (field === undefined || isRoster(field)) return props.children;
  const address = addressOf(props.fieldPathId.path);
  const place = placeOf(address);
  if (context.hidden.has(place)) return null;
  const help = textIn(field['x-help'], context.locale);
  const required = props.required === true || context.required.has(place);
  const mayRemark = context.onRemark !== null && reaches(context.remark, address);
  return (
    <div className={`field${context.changed.has(place) ? ' field-changed' : ''}`} data-place={place}>
      <label htmlFor={props.id}>
        {props.label}
        {required && !context.readOnly ? (
          <span className="field-required" aria-hidden>
            *
          </span>
        ) : null}
        {field['x-computed'] === undefined ? null : <span className="quiet">（{t('form.computed')}）</span>}
      </label>
      {mayRemark ? (
        <Button
          type="text"
          size="small"
          icon={<CommentOutlined />}
          aria-label={t('query.add-to', { name: props.label })}
          onClick={(event) => {
            context.onRemark?.(address, event.currentTarget);
          }}
        />
      ) : null}
      {props.children}
      {help === '' ? null : <div className="quiet">{help}</div>}
      <Said id={props.id} context={context} place={place} />
    </div>
  );
};
