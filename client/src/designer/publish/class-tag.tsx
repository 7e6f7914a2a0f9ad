import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChangeClass } from '#contract/wire/publication.ts';
import { CLASS_WORDS } from '#engine/change/report-words.ts';
import { said } from './said.ts';

const COLOURS: Record<ChangeClass, string> = { A: 'default', B: 'blue', C: 'geekblue', D: 'warning', E: 'error' };

/** How far a change reaches: its letter with what that means in plain words. */
export const ClassTag = ({ of, isLong = false }: { of: ChangeClass; isLong?: boolean }) => {
  const { t, i18n } = useTranslation();
  const words = said(CLASS_WORDS[of], i18n.language);
  return (
    <Tooltip title={t(`publish.class-help.${of}`)}>
      <Tag color={COLOURS[of]} className="class-tag">
        {of} {isLong ? words : null}
        <span className="only-read">{isLong ? '' : words}</span>
      </Tag>
    </Tooltip>
  );
};

/** What all five letters mean. */
export const ClassLegend = () => {
  const { t } = useTranslation();
  return (
    <details className="class-legend">
      <summary>{t('publish.class-legend')}</summary>
      <dl>
        {ChangeClass.options.map((one) => (
          <div key={one}>
            <dt>
              <ClassTag of={one} isLong />
            </dt>
            <dd>{t(`publish.class-help.${one}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
