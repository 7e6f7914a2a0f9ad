import { DeleteOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { removeEntry } from '../commands/remove-entry.ts';
import { useDesk } from '../desk-context.ts';

interface Props {
  path: Path;
  /** What sort of thing it is, in a word. */
  sort: string;
  /** Takes the place of the plain way to remove it. */
  remove?: ReactNode;
}

/** What is being edited, its permanent key, and the way to take it out. */
export const PanelHeading = ({ path, sort, remove }: Props) => {
  const { t } = useTranslation();
  const { run, isBroken } = useDesk();
  const key = String(path.at(-1));
  return (
    <div className="panel-heading">
      <h2>
        {sort} <code>{key}</code>
      </h2>
      {remove ?? (
        <Popconfirm
          title={t('workflow.remove-sure', { name: key })}
          onConfirm={() => {
            run(removeEntry(path));
          }}
        >
          <Button
            size="small"
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={t('workflow.remove', { name: key })}
            disabled={isBroken}
          />
        </Popconfirm>
      )}
    </div>
  );
};
