import { Space, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '#contract/wire/case.ts';

const FINAL_COLOUR = { success: 'success', failure: 'error', void: 'default' } as const;

type Shown = Pick<
  CaseSummary,
  'state' | 'stateTitle' | 'final' | 'status' | 'late' | 'inGrace' | 'zero' | 'proxy' | 'marks' | 'returned'
>;

const colourOf = (row: Shown): string => {
  if (row.final !== null) return FINAL_COLOUR[row.final];
  return row.returned === null ? 'processing' : 'warning';
};

/** Where a case stands, with what is particular about it (late, zero report, filled for the organisation). */
export const StateTag = ({ row }: { row: Shown }) => {
  const { t } = useTranslation();
  const aside = row.status === 'exempt' || row.status === 'cancelled' || row.status === 'upcoming';
  return (
    <Space size={4} wrap>
      {aside ? <Tag>{t(`status.${row.status}`)}</Tag> : <Tag color={colourOf(row)}>{row.stateTitle}</Tag>}
      {row.late ? <Tag color="error">{t('flag.late')}</Tag> : null}
      {row.inGrace ? <Tag color="gold">{t('flag.grace')}</Tag> : null}
      {row.zero ? <Tag>{t('flag.zero')}</Tag> : null}
      {row.proxy ? <Tag>{t('flag.proxy')}</Tag> : null}
      {row.marks.map((mark) => (
        <Tag key={mark} color="magenta">
          {mark}
        </Tag>
      ))}
    </Space>
  );
};
