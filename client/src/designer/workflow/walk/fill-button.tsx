import { ThunderboltOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Fills every required field that is empty with a made-up value. */
export const FillButton = ({ onFill }: { onFill: () => void }) => {
  const { t } = useTranslation();
  return (
    <Button size="small" icon={<ThunderboltOutlined />} onClick={onFill}>
      {t('walk.fill')}
    </Button>
  );
};
