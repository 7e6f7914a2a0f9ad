import { Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  okText?: string;
  help?: string;
  isReady: boolean;
  onAdd: () => void;
  onClose: () => void;
  /** The fields; those that are asked for tell what is missing. */
  children: (isAsked: boolean) => ReactNode;
}

/** A dialog that adds something: what is missing is told where it is missing, instead of a grey button without a reason. */
export const AddDialog = ({ title, okText, help, isReady, onAdd, onClose, children }: Props) => {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <Modal
      open
      title={title}
      okText={okText ?? t('confirm')}
      cancelText={t('cancel')}
      onOk={() => {
        setIsAsked(!isReady);
        if (!isReady) return;
        onAdd();
        onClose();
      }}
      onCancel={onClose}
    >
      {help === undefined ? null : <p className="property-help">{help}</p>}
      <Form layout="vertical">{children(isAsked)}</Form>
    </Modal>
  );
};
