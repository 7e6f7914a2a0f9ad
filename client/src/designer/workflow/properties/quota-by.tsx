import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRecord, type Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';

const WORDS = ['organisation', 'kind', 'programme'] as const;
const KEY = /^[a-z][a-z0-9_]{0,62}$/;
const ATTRIBUTE = 'attribute:';

const wordOf = (part: unknown): string => (isRecord(part) ? `${ATTRIBUTE}${String(part['attribute'])}` : String(part));

const partOf = (word: string): unknown =>
  word.startsWith(ATTRIBUTE) ? { attribute: word.slice(ATTRIBUTE.length) } : word;

/** What parts cases into groups: organisations, their kinds, or an attribute of theirs. */
export const QuotaByProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { isBroken } = useDesk();
  const own = [...path, 'by'];
  const [value, set] = useProperty(own);
  const [typed, setTyped] = useState('');
  const chosen = (Array.isArray(value) ? (value as unknown[]) : []).map(wordOf);
  const attributes = chosen.filter((word) => word.startsWith(ATTRIBUTE));
  const isFit = KEY.test(typed) && !attributes.includes(ATTRIBUTE + typed);
  const add = (): void => {
    if (!isFit) return;
    set([...chosen, ATTRIBUTE + typed].map(partOf));
    setTyped('');
  };
  return (
    <Property path={own} label={t('workflow.quota-by')} help={t('workflow.quota-by-help')}>
      {(id) => (
        <>
          <Select
            id={id}
            className="wide"
            mode="multiple"
            aria-label={t('workflow.quota-by')}
            disabled={isBroken}
            value={chosen}
            options={[
              ...WORDS.map((word) => ({ value: word, label: t(`workflow.quota-by.${word}`) })),
              ...attributes.map((word) => ({
                value: word,
                label: t('workflow.quota-by.attribute', { name: word.slice(ATTRIBUTE.length) }),
              })),
            ]}
            onChange={(next: string[]) => {
              set(next.map(partOf));
            }}
          />
          <Space.Compact className="wide">
            <Input
              size="small"
              className="code"
              aria-label={t('workflow.quota-attribute')}
              placeholder={t('workflow.quota-attribute')}
              disabled={isBroken}
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
              }}
              onPressEnter={add}
            />
            <Button size="small" icon={<PlusOutlined />} disabled={isBroken || !isFit} onClick={add}>
              {t('workflow.quota-attribute-add')}
            </Button>
          </Space.Compact>
        </>
      )}
    </Property>
  );
};
