import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Collapse, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EffectView } from '#contract/wire/publication.ts';
import { EFFECT_WORDS } from '#engine/change/report-words.ts';
import { downloadCsv } from '../../ui/csv.ts';
import { Wide } from '../../ui/wide.tsx';
import { said } from './said.ts';

/** Effects that somebody has to think about; the others are good news or a matter of course. */
const GRAVE: readonly EffectView['effect'][] = [
  'invalid-draft',
  'becomes-late',
  'state-gone',
  'state-unreachable',
  'scenario-failed',
  'obligation-dropped',
];

const Rows = ({ effect }: { effect: EffectView }) => {
  const { t, i18n } = useTranslation();
  const title = said(EFFECT_WORDS[effect.effect], i18n.language);
  const heading = ['organisation', 'period', 'what'].map((key) => t(`publish.effect.${key}`));
  if (effect.rows.length === 0) return null;
  return (
    <>
      <div className="effect-tools">
        <span className="quiet">
          {effect.rows.length < effect.count ? t('publish.effect.first', { count: effect.rows.length }) : ''}
        </span>
        <Button
          size="small"
          icon={<DownloadOutlined />}
          aria-label={`${t('publish.effect.export')} ${title}`}
          onClick={() => {
            const rows = effect.rows.map((row) => [
              row.organisation ?? '',
              row.period ?? '',
              said(row.words, i18n.language),
            ]);
            downloadCsv(title, [heading, ...rows]);
          }}
        >
          {t('publish.effect.export')}
        </Button>
      </div>
      <Wide label={title}>
        <table className="effect-rows">
          <thead>
            <tr>
              {heading.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {effect.rows.map((row, index) => (
              <tr key={`${row.case ?? ''} ${String(index)}`}>
                <td>
                  {row.case === null ? (
                    (row.organisation ?? '—')
                  ) : (
                    <Link to={`/cases/${row.case}`}>{row.organisation ?? t('publish.effect.open')}</Link>
                  )}
                </td>
                <td>{row.period ?? ''}</td>
                <td>{said(row.words, i18n.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
};

/** What the simulation on the real data found, by sort, with the rows behind each number. */
export const EffectList = ({ effects }: { effects: readonly EffectView[] }) => {
  const { t, i18n } = useTranslation();
  if (effects.length === 0) return <Alert type="success" showIcon title={t('publish.effects-none')} />;
  return (
    <Collapse
      items={effects.map((effect) => ({
        key: effect.effect,
        label: (
          <span className="effect-label">
            <span>{said(EFFECT_WORDS[effect.effect], i18n.language)}</span>
            <Tag color={GRAVE.includes(effect.effect) ? 'error' : 'blue'}>
              {t('publish.effect.count', { count: effect.count })}
            </Tag>
          </span>
        ),
        children: <Rows effect={effect} />,
        collapsible: effect.rows.length === 0 ? ('disabled' as const) : ('header' as const),
        showArrow: effect.rows.length > 0,
      }))}
    />
  );
};
