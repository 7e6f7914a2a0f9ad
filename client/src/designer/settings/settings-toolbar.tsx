import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { DraftLine } from '../draft/draft-line.tsx';
import type { Draft } from '../draft/use-draft.ts';
import type { useHistory } from '../workflow/use-history.ts';
import { useDesk } from '../workflow/desk-context.ts';

interface Props {
  history: ReturnType<typeof useHistory>;
  draft: Draft;
  mayEdit: boolean;
  onDiscarded: () => void;
}

/** Back and forth, where the draft is kept, and the way to throw it away. */
export const SettingsToolbar = ({ history, draft, mayEdit, onDiscarded }: Props) => {
  const { t } = useTranslation();
  const { isBroken } = useDesk();
  const { undo, redo, undoes, redoes } = history;
  const told = (word: 'undo' | 'redo', step: string | null): string =>
    step === null ? t(`settings.${word}`) : `${t(`settings.${word}`)}${t('colon')}${t(step)}`;
  if (!mayEdit) return <Alert type="info" showIcon title={t('settings.read-only')} />;
  return (
    <>
      <div className="settings-toolbar">
        <Space wrap>
          <Button icon={<UndoOutlined />} title={told('undo', undoes)} disabled={undoes === null} onClick={undo}>
            {t('settings.undo')}
          </Button>
          <Button icon={<RedoOutlined />} title={told('redo', redoes)} disabled={redoes === null} onClick={redo}>
            {t('settings.redo')}
          </Button>
          {draft.exists ? (
            <Popconfirm
              title={t('settings.discard-sure')}
              onConfirm={async () => {
                if (await draft.discard()) onDiscarded();
              }}
            >
              <Button>{t('settings.discard')}</Button>
            </Popconfirm>
          ) : null}
        </Space>
        <DraftLine status={draft.status} />
      </div>
      {isBroken ? <Alert type="warning" showIcon title={t('settings.broken')} /> : null}
    </>
  );
};
