import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';
import { keysAt, kindChoices } from '../names.ts';

interface Props {
  /** The map from kinds of organisation to what holds for them. */
  path: Path;
  label: string;
  help?: string;
  fresh: () => unknown;
  children: (path: Path, title: string) => ReactNode;
}

/** Something that differs by the kind of organisation. */
export const ByKind = ({ path, label, help, fresh, children }: Props) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const keys = keysAt(desk.workflow, path);
  const kinds = kindChoices(desk);
  const titleOf = (key: string): string => kinds.find(({ value }) => value === key)?.label ?? key;
  return (
    <Property path={path} label={label} help={help} isGroup>
      {keys.map((key) => (
        <fieldset className="entry" key={key}>
          <legend className="sr-only">{titleOf(key)}</legend>
          <div className="entry-tools">
            <strong>{titleOf(key)}</strong>
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined />}
              aria-label={t('workflow.remove', { name: titleOf(key) })}
              disabled={desk.isBroken}
              onClick={() => {
                desk.run(setProperty([...path, key], undefined));
              }}
            />
          </div>
          {children([...path, key], titleOf(key))}
        </fieldset>
      ))}
      <Select
        className="wide"
        size="small"
        aria-label={t('workflow.add-kind')}
        placeholder={t('workflow.add-kind')}
        disabled={desk.isBroken}
        value={null}
        options={kinds.filter(({ value }) => !keys.includes(value))}
        onChange={(kind: string | null) => {
          if (kind !== null) desk.run(setProperty([...path, kind], fresh()));
        }}
      />
    </Property>
  );
};
