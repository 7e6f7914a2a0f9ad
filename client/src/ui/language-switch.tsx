import { GlobalOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGES } from './language.ts';

/** Chinese or English; what the server words is asked for again. */
export const LanguageSwitch = () => {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const items = LANGUAGES.map(({ tag, title }) => ({ key: tag, label: title }));
  const shown = LANGUAGES.find(({ tag }) => tag === i18n.language)?.title ?? '';
  const choose = async (tag: string): Promise<void> => {
    await changeLanguage(tag);
    await queries.invalidateQueries();
  };
  return (
    <Dropdown
      menu={{ items, selectedKeys: [i18n.language], onClick: ({ key }) => void choose(key) }}
      trigger={['click']}
    >
      <Button type="text" icon={<GlobalOutlined />} aria-label={`${t('frame.language')} ${shown}`}>
        {shown}
      </Button>
    </Dropdown>
  );
};
