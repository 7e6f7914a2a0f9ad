import { useTranslation } from 'react-i18next';
import type { BoardCell } from '#contract/wire/board.ts';

const LOOKS = ['accepted', 'reported', 'open', 'overdue', 'upcoming', 'exempt'] as const;
export type Look = (typeof LOOKS)[number];

/** The colour and sign of one cell. Signs and words carry the meaning; colour only helps. */
export const lookOf = (cell: BoardCell): Look => {
  if (cell.status === 'exempt' || cell.status === 'cancelled') return 'exempt';
  if (cell.status === 'upcoming') return 'upcoming';
  if (cell.final === 'success') return 'accepted';
  if (cell.reported) return 'reported';
  return cell.overdue ? 'overdue' : 'open';
};

export const SIGNS: Record<Look, string> = {
  accepted: '✓',
  reported: '●',
  open: '○',
  overdue: '!',
  upcoming: '…',
  exempt: '—',
};

export const Legend = () => {
  const { t } = useTranslation();
  return (
    <p className="legend">
      {LOOKS.map((look) => (
        <span key={look}>
          <span className={`cell cell-${look}`} aria-hidden>
            {SIGNS[look]}
          </span>{' '}
          {t(`board.look.${look}`)}
        </span>
      ))}
    </p>
  );
};
