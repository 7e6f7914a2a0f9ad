import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { DueStanding, type DueDate } from '#contract/wire/deadline.ts';

const COLOURS: Record<DueStanding, string> = {
  reported: 'success',
  late: 'warning',
  waiting: 'blue',
  overdue: 'error',
  upcoming: 'default',
};

export const standingColour = (standing: DueStanding): string => COLOURS[standing];

/** How many stand how: words and numbers, colour only helps. */
export const StandingTags = ({ counts }: { counts: DueDate['counts'] }) => {
  const { t } = useTranslation();
  const shown = DueStanding.options.filter((standing) => counts[standing] > 0);
  if (shown.length === 0) return <span className="quiet">{t('deadlines.no-cases')}</span>;
  return (
    <span className="standing-tags">
      {shown.map((standing) => (
        <Tag key={standing} color={COLOURS[standing]}>
          {t(`deadlines.standing.${standing}`)} {counts[standing]}
        </Tag>
      ))}
    </span>
  );
};
