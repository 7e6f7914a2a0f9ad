import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { written } from '../inputs/written.ts';
import { setList } from '../commands/set-list.ts';
import type { Choice } from '../../workflow/desk-context.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { Property } from '../../workflow/inputs/property.tsx';
import { listAt, wordsAt } from '../../workflow/names.ts';
import { at } from '../../yaml/read-yaml.ts';

const PATH = ['workflows'] as const;

const moved = (list: readonly string[], from: number, to: number): string[] => {
  const [one] = list.slice(from, from + 1);
  return one === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, one);
};

/** Which workflows run, in the order of the screen. */
export const WorkflowsPart = ({ workflows }: { workflows: readonly Choice[] }) => {
  const { t } = useTranslation();
  const { workflow: programme, run, isBroken } = useDesk();
  const listed = wordsAt(programme, PATH);
  const bound = listAt(programme, ['uses']).map((line) => written(at(line, ['as'])));
  const others = workflows.filter(({ value }) => !listed.includes(value));
  const titleOf = (key: string): string => workflows.find(({ value }) => value === key)?.label ?? key;
  const set = (list: readonly string[]): void => {
    run(setList(PATH, list));
  };
  return (
    <Property path={PATH} label={t('settings.workflows')} help={t('settings.workflows-help')}>
      <ul className="workflow-list">
        {listed.map((key, index) => (
          <li key={key}>
            <Checkbox
              checked
              disabled={isBroken}
              onChange={() => {
                set(listed.filter((one) => one !== key));
              }}
            >
              {titleOf(key)} <code className="quiet">{key}</code>
              {bound.includes(key) ? <span className="quiet"> {t('settings.is-bound')}</span> : null}
            </Checkbox>
            <span>
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined />}
                aria-label={t('settings.move-up', { name: titleOf(key) })}
                disabled={isBroken || index === 0}
                onClick={() => {
                  set(moved(listed, index, index - 1));
                }}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined />}
                aria-label={t('settings.move-down', { name: titleOf(key) })}
                disabled={isBroken || index === listed.length - 1}
                onClick={() => {
                  set(moved(listed, index, index + 1));
                }}
              />
            </span>
          </li>
        ))}
        {others.map(({ value: key, label }) => (
          <li key={key}>
            <Checkbox
              checked={false}
              disabled={isBroken}
              onChange={() => {
                set([...listed, key]);
              }}
            >
              {label} <code className="quiet">{key}</code>
            </Checkbox>
          </li>
        ))}
      </ul>
      {workflows.length === 0 ? <p className="quiet">{t('settings.no-workflows')}</p> : null}
    </Property>
  );
};
