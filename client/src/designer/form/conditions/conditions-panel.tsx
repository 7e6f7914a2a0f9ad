import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conditional } from '#contract/definition/field.ts';
import { editGroup, groupAt, isSame, parentOf, keyOf, type FieldPath } from '../place.ts';
import { useForm, useHands } from '../use-design.ts';
import { conditionalsOf, withConditionals } from './conditionals.ts';
import { ConditionEditor } from './condition-editor.tsx';

interface Props {
  group: FieldPath;
  /** The field whose properties are open, to begin a new condition with. */
  field: FieldPath;
}

const MOST = 100;

/** Why no condition can be added, as the key of a screen text; null where one can. */
const whyNot = ({ fields, conditions }: { fields: number; conditions: number }): string | null => {
  if (conditions >= MOST) return 'form-designer.condition-most';
  if (fields < 2) return 'form-designer.condition-needs-two';
  return null;
};

/** When fields show, are asked for or are limited: all conditions of one group. */
export const ConditionsPanel = ({ group, field }: Props) => {
  const { t } = useTranslation();
  const form = useForm();
  const { edit } = useHands();
  const id = useId();
  const holder = groupAt(form, group);
  const keys = Object.keys(holder?.properties ?? {});
  const list = holder === undefined ? [] : conditionalsOf(holder);
  const change = (about: string | null, next: (old: Conditional[]) => Conditional[]): void => {
    edit(about, (now) => editGroup(now, group, (one) => withConditionals(one, next(conditionalsOf(one)))));
  };
  const wanted = isSame(parentOf(field), group) && field.length > 0 ? keyOf(field) : keys[0];
  const other = keys.find((key) => key !== wanted);
  const why = whyNot({ fields: keys.length, conditions: list.length });
  return (
    <div className="designer-panel-part">
      <ul className="designer-list">
        {list.map((conditional, index) => (
          <ConditionEditor
            key={index}
            group={group}
            conditional={conditional}
            index={index}
            onChange={(next, about) => {
              change(about, (old) => old.with(index, next));
            }}
            onRemove={() => {
              change(null, (old) => old.toSpliced(index, 1));
            }}
          />
        ))}
      </ul>
      {list.length === 0 ? <p className="quiet">{t('form-designer.conditions-empty')}</p> : null}
      {why === null ? null : (
        <p className="quiet" id={`${id}-why`}>
          {t(why)}
        </p>
      )}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={why !== null}
        {...(why === null ? {} : { 'aria-describedby': `${id}-why` })}
        onClick={() => {
          if (wanted === undefined || other === undefined) return;
          change(null, (old) => [...old, { if: { required: [other] }, else: { properties: { [wanted]: false } } }]);
        }}
      >
        {t('form-designer.condition-add')}
      </Button>
    </div>
  );
};
