import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { DurationInput } from '../inputs/duration.tsx';
import { Property } from '../inputs/property.tsx';

/** How long before the end of the due day those who are awaited are reminded. */
export const RemindProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { isBroken } = useDesk();
  const [value, set] = useProperty([...path, 'remind']);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    <Property path={[...path, 'remind']} label={t('workflow.remind')} help={t('workflow.remind-help')}>
      {list.map((before, n) => (
        <div className="entry-row" key={String(n)}>
          <DurationInput
            label={`${t('workflow.remind')} ${String(n + 1)}`}
            value={before}
            disabled={isBroken}
            onChange={(next) => {
              set(next === undefined ? list.toSpliced(n, 1) : list.with(n, next));
            }}
          />
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('workflow.remove', { name: `${t('workflow.remind')} ${String(n + 1)}` })}
            disabled={isBroken}
            onClick={() => {
              set(list.toSpliced(n, 1));
            }}
          />
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        disabled={isBroken || list.length >= 10}
        onClick={() => {
          set([...list, 'P1D']);
        }}
      >
        {t('workflow.add', { name: t('workflow.remind-one') })}
      </Button>
    </Property>
  );
};
