import { useQuery } from '@tanstack/react-query';
import { Empty, Select, Space, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, CellAddress, Change } from '#contract/wire/case.ts';
import type { Form } from '#contract/definition/form.ts';
import { fetchDifference, fetchSubmissions } from '../../api/cases.ts';
import { valueText } from '../../form/value-text.ts';
import { moment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Props {
  view: CaseView;
  form: Form;
  nameOf: (address: CellAddress) => string;
}

const Row = ({ change, form, nameOf }: { change: Change; form: Form; nameOf: Props['nameOf'] }) => {
  const { t, i18n } = useTranslation();
  const shown = (value: unknown): string => valueText(form, change.address, value, i18n.language);
  return (
    <tr>
      <th scope="row">{nameOf(change.address)}</th>
      <td>{t(`difference.${change.kind}`)}</td>
      <td>{change.before == null ? '' : <del>{shown(change.before)}</del>}</td>
      <td>{change.after == null ? '' : <ins>{shown(change.after)}</ins>}</td>
    </tr>
  );
};

/** What changed between two submitted versions; rows are followed by their identity, not by their position. */
export const DifferencePanel = ({ view, form, nameOf }: Props) => {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState<{ from: number; to: number } | null>(null);
  const { data: versions = [], isPending } = useQuery({
    queryKey: ['case', view.id, 'submissions'],
    queryFn: () => fetchSubmissions(view.id),
  });
  const last = versions.at(-1)?.n ?? 0;
  const pair = chosen ?? { from: versions.at(-2)?.n ?? 0, to: last };
  const comparable = versions.length > 1;
  const difference = useQuery({
    queryKey: ['case', view.id, 'difference', pair],
    queryFn: () => fetchDifference(view.id, pair.from, pair.to),
    enabled: comparable,
  });
  if (isPending) return <Spin />;
  if (!comparable)
    return (
      <div className="sheet">
        <Empty description={t('difference.first')} />
      </div>
    );
  const options = versions.map(({ n, savedAt }) => ({
    value: n,
    label: `${t('difference.version', { n })} · ${moment(savedAt, i18n.language)}`,
  }));
  return (
    <div className="sheet">
      <Space wrap style={{ marginBottom: 12 }}>
        <Select
          aria-label={t('difference.from')}
          value={pair.from}
          options={options}
          onChange={(from: number) => {
            setChosen({ ...pair, from });
          }}
        />
        →
        <Select
          aria-label={t('difference.to')}
          value={pair.to}
          options={options}
          onChange={(to: number) => {
            setChosen({ ...pair, to });
          }}
        />
      </Space>
      <ProblemAlert error={difference.error} />
      {difference.data?.length === 0 ? <Empty description={t('difference.none')} /> : null}
      {difference.data === undefined || difference.data.length === 0 ? null : (
        <table className="difference">
          <thead>
            <tr>
              <th scope="col">{t('difference.place')}</th>
              <th scope="col">{t('difference.changed')}</th>
              <th scope="col">{t('difference.before')}</th>
              <th scope="col">{t('difference.after')}</th>
            </tr>
          </thead>
          <tbody>
            {difference.data.map((change) => (
              <Row key={JSON.stringify([change.address, change.kind])} change={change} form={form} nameOf={nameOf} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
};
