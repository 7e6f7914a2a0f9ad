import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Popconfirm, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../workflow/desk-context.ts';
import { at } from '../../yaml/read-yaml.ts';
import { isKey } from '../inputs/fresh-key.ts';
import { addColumn, removeColumn, setColumnType } from './table-commands.ts';
import { COLUMN_TYPES, type ColumnType, columnsOf } from './table-rows.ts';

/** The columns of one table with what stands in them. */
export const TableColumns = ({ table }: { table: string }) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const [typed, setTyped] = useState('');
  const columns = columnsOf(at(workflow, ['tables', table]));
  const isFit = isKey(typed) && !Object.hasOwn(columns, typed);
  const options = COLUMN_TYPES.map((type) => ({ value: type, label: t(`settings.column-type.${type}`) }));
  const add = (): void => {
    if (!isFit) return;
    run(addColumn(table, typed, 'text'));
    setTyped('');
  };
  return (
    <div className="table-columns">
      {Object.entries(columns).map(([column, type]) => (
        <Space.Compact key={column}>
          <Input className="code column-key" aria-label={t('settings.column-key')} readOnly value={column} />
          <Select<ColumnType>
            aria-label={t('settings.column-type', { column })}
            className="column-type"
            disabled={isBroken}
            value={type}
            options={options}
            onChange={(next) => {
              run(setColumnType(table, column, next));
            }}
          />
          <Popconfirm
            title={t('settings.remove-column', { column })}
            onConfirm={() => {
              run(removeColumn(table, column));
            }}
          >
            <Button
              icon={<DeleteOutlined />}
              danger
              aria-label={t('settings.remove', { name: column })}
              disabled={isBroken}
            />
          </Popconfirm>
        </Space.Compact>
      ))}
      <Space.Compact>
        <Input
          className="code column-key"
          aria-label={t('settings.new-column')}
          placeholder={t('settings.new-column')}
          disabled={isBroken}
          status={typed !== '' && !isFit ? 'error' : ''}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
          onPressEnter={add}
        />
        <Button icon={<PlusOutlined />} disabled={isBroken || !isFit} onClick={add}>
          {t('settings.add', { one: t('settings.column') })}
        </Button>
      </Space.Compact>
    </div>
  );
};
