import { useTranslation } from 'react-i18next';
import type { ContestPlace } from '../../api/contests.ts';
import { moment } from '../../ui/dates.ts';
import { useClock } from './use-clock.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Says how long it still is until an instant, by the server's clock. */
export const Countdown = ({ place, until, label }: { place: ContestPlace; until: string; label: string }) => {
  const { t, i18n } = useTranslation();
  const now = useClock(place);
  const left = now === null ? null : Math.max(0, Math.floor((Date.parse(until) - now) / 1000));
  const [days, rest] = [Math.floor((left ?? 0) / 86_400), (left ?? 0) % 86_400];
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`;
  return (
    <p className="contest-countdown">
      <span>{label}</span> <strong>{moment(until, i18n.language)}</strong>
      {left === null ? null : (
        <span role="timer" className="contest-left">
          {left === 0 ? t('contests.time-over') : t('contests.left', { days, clock })}
        </span>
      )}
    </p>
  );
};
