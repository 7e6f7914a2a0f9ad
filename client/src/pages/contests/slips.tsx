import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import type { ContestView } from '#contract/wire/contest.ts';
import { moment } from '../../ui/dates.ts';
import { QrPicture } from './qr-picture.tsx';
import { type Slip, slipLink } from './slip.ts';

interface Props {
  view: ContestView;
  slips: Slip[];
  onClose: () => void;
}

const SlipCard = ({ view, slip }: { view: ContestView; slip: Slip }) => {
  const { t, i18n } = useTranslation();
  const [opens, closes] = [moment(view.opens, i18n.language), moment(view.closes, i18n.language)];
  return (
    <li className="slip">
      <QrPicture text={slipLink(view.id, slip.code)} label={t('contests.slip-qr', { slip: slip.slip })} />
      <div className="slip-text">
        <strong>{view.title}</strong>
        <p>{t('contests.slip-times', { opens, closes })}</p>
        <p className="slip-code">{slip.code}</p>
        <p>{t('contests.slip-how')}</p>
        <p className="slip-foot">{t('contests.slip-foot', { batch: slip.batch, slip: slip.slip })}</p>
      </div>
    </li>
  );
};

/** Asks before the sheet is left in any way: the codes on it are told nowhere else. */
const useWarning = (): void => {
  const { t } = useTranslation();
  const blocker = useBlocker(true);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(t('contests.slips-leave'))) blocker.proceed();
    else blocker.reset();
  }, [blocker, t]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, []);
};

/** Codes as slips to print and cut, eight on a sheet of A4. They are shown this once and kept nowhere. */
export const Slips = ({ view, slips, onClose }: Props) => {
  const { t } = useTranslation();
  useWarning();
  useEffect(() => {
    document.body.classList.add('printing-slips');
    return () => {
      document.body.classList.remove('printing-slips');
    };
  }, []);
  return createPortal(
    <div className="slips" role="dialog" aria-modal="true" aria-label={t('contests.slips', { count: slips.length })}>
      <div className="slips-tools">
        <Alert type="warning" showIcon title={t('contests.slips-once')} />
        <div className="contest-buttons">
          <Button
            type="primary"
            autoFocus
            onClick={() => {
              window.print();
            }}
          >
            {t('contests.slips-print', { count: slips.length })}
          </Button>
          <Button
            onClick={() => {
              if (window.confirm(t('contests.slips-leave'))) onClose();
            }}
          >
            {t('contests.slips-close')}
          </Button>
        </div>
      </div>
      <ul className="slip-sheet">
        {slips.map((slip) => (
          <SlipCard key={slip.slip} view={view} slip={slip} />
        ))}
      </ul>
    </div>,
    document.body,
  );
};
