import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { ExpressionProperty } from '../inputs/expression.tsx';
import { Property } from '../inputs/property.tsx';
import { keysAt } from '../names.ts';

/** Fields of the form that the action itself fills. */
export const AssignmentsProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow, surroundings, run, isBroken } = useDesk();
  const own = [...path, 'set'];
  const keys = keysAt(workflow, own);
  const titleOf = (key: string): string => surroundings.fields.find(({ value }) => value === key)?.label ?? key;
  const free = surroundings.fields.filter(
    ({ value, sort }) => sort === 'field' && !value.includes('.') && !keys.includes(value),
  );
  return (
    <Property path={own} label={t('workflow.set')} help={t('workflow.set-help')} isGroup>
      {keys.map((key) => (
        <div className="entry entry-row" key={key}>
          <ExpressionProperty path={[...own, key]} label={titleOf(key)} place="guard" />
          <Button
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={t('workflow.remove', { name: titleOf(key) })}
            disabled={isBroken}
            onClick={() => {
              run(setProperty([...own, key], undefined));
            }}
          />
        </div>
      ))}
      <Select
        className="wide"
        size="small"
        aria-label={t('workflow.set-add')}
        placeholder={t('workflow.set-add')}
        disabled={isBroken}
        value={null}
        options={free.map(({ value, label }) => ({ value, label }))}
        onChange={(key: string | null) => {
          if (key !== null && at(workflow, [...own, key]) === undefined) run(setProperty([...own, key], `form.${key}`));
        }}
      />
    </Property>
  );
};
