import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { daysLeft, dueDay } from './dates.ts';
import { useNow } from './use-now.ts';

const colourOf = (left: number): string =>
  left < 0 ? 'error' : left === 0 ? 'volcano' : left <= 3 ? 'gold' : 'default';

/** The due day with what is left of it, in words and colour: 还剩 5 天, 今天截止, 已逾期 2 天. */
export const DueTag = ({ due, done }: { due: string | null; done?: boolean }) => {
  const { t, i18n } = useTranslation();
  const now = useNow();
  if (due === null) return <span>—</span>;
  const left = daysLeft(due, now);
  const date = dueDay(due).format(i18n.language === 'en' ? 'D MMM YYYY' : 'YYYY年M月D日');
  if (done === true) return <span>{date}</span>;
  const words =
    left < 0 ? t('due.over', { count: -left }) : left === 0 ? t('due.today') : t('due.left', { count: left });
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {date} <Tag color={colourOf(left)}>{words}</Tag>
    </span>
  );
};
