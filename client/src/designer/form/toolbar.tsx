import {
  CopyOutlined,
  DeleteOutlined,
  MoreOutlined,
  RedoOutlined,
  SendOutlined,
  SnippetsOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { App, Button, Dropdown, Segmented, Tooltip } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useHands } from './use-design.ts';

export const VIEWS = ['design', 'desktop', 'phone', 'paper', 'text'] as const;
export type View = (typeof VIEWS)[number];

interface Props {
  view: View;
  onView: (view: View) => void;
  canUndo: boolean;
  canRedo: boolean;
  canCopy: boolean;
  canPaste: boolean;
  canDiscard: boolean;
  onCopy: () => void;
  onPaste: () => void;
  onDiscard: () => Promise<void>;
  onPublish: () => void;
}

/** Undo and redo, the views, and what is done with the whole. */
export const Toolbar = memo((props: Props) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { undo, redo } = useHands();
  const menu: Record<string, () => void> = {
    copy: props.onCopy,
    paste: props.onPaste,
    discard: () => {
      void modal.confirm({
        title: t('form-designer.discard-ask'),
        content: t('form-designer.discard-explain'),
        okText: t('form-designer.discard'),
        okButtonProps: { danger: true },
        onOk: props.onDiscard,
      });
    },
  };
  return (
    <div className="designer-toolbar" role="toolbar" aria-label={t('form-designer.toolbar')}>
      <span className="designer-toolbar-part">
        <Tooltip title={`${t('form-designer.undo')} (Ctrl+Z)`}>
          <Button
            icon={<UndoOutlined />}
            aria-label={t('form-designer.undo')}
            disabled={!props.canUndo}
            onClick={undo}
          />
        </Tooltip>
        <Tooltip title={`${t('form-designer.redo')} (Ctrl+Y)`}>
          <Button
            icon={<RedoOutlined />}
            aria-label={t('form-designer.redo')}
            disabled={!props.canRedo}
            onClick={redo}
          />
        </Tooltip>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'copy', icon: <CopyOutlined />, label: t('form-designer.copy'), disabled: !props.canCopy },
              { key: 'paste', icon: <SnippetsOutlined />, label: t('form-designer.paste'), disabled: !props.canPaste },
              {
                key: 'discard',
                icon: <DeleteOutlined />,
                danger: true,
                label: t('form-designer.discard'),
                disabled: !props.canDiscard,
              },
            ],
            onClick: ({ key }) => menu[key]?.(),
          }}
        >
          <Button icon={<MoreOutlined />} aria-label={t('form-designer.more')} />
        </Dropdown>
      </span>
      <Segmented
        aria-label={t('form-designer.views')}
        value={props.view}
        options={VIEWS.map((view) => ({ value: view, label: t(`form-designer.view.${view}`) }))}
        onChange={props.onView}
      />
      <Button type="primary" icon={<SendOutlined />} onClick={props.onPublish}>
        {t('form-designer.publish')}
      </Button>
    </div>
  );
});
Toolbar.displayName = 'Toolbar';
