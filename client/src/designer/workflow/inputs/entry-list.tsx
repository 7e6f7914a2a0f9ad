import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from './property.tsx';

interface Props {
  path: Path;
  label: string;
  help?: string;
  /** What one is called: "add requirement". */
  one: string;
  fresh: () => unknown;
  children: (path: Path, index: number) => ReactNode;
}

const moved = (list: readonly unknown[], from: number, to: number): unknown[] => {
  const next = list.toSpliced(from, 1);
  return next.toSpliced(to, 0, list[from]);
};

/** A list whose entries have properties of their own, with keys to add, take away and reorder. */
export const EntryList = ({ path, label, help, one, fresh, children }: Props) => {
  const { t } = useTranslation();
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const named = (index: number): string => `${one} ${String(index + 1)}`;
  return (
    <Property path={path} label={label} help={help} isGroup>
      {list.map((_, index) => (
        <fieldset className="entry" key={index}>
          <legend className="sr-only">{named(index)}</legend>
          <div className="entry-tools">
            <span className="quiet">{named(index)}</span>
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={t('workflow.move-up', { name: named(index) })}
              disabled={isBroken || index === 0}
              onClick={() => {
                set(moved(list, index, index - 1));
              }}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={t('workflow.move-down', { name: named(index) })}
              disabled={isBroken || index === list.length - 1}
              onClick={() => {
                set(moved(list, index, index + 1));
              }}
            />
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined />}
              aria-label={t('workflow.remove', { name: named(index) })}
              disabled={isBroken}
              onClick={() => {
                set(list.toSpliced(index, 1));
              }}
            />
          </div>
          {children([...path, index], index)}
        </fieldset>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        disabled={isBroken}
        onClick={() => {
          set([...list, fresh()]);
        }}
      >
        {t('workflow.add', { name: one })}
      </Button>
    </Property>
  );
};
