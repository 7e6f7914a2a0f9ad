import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { setAt } from '../yaml/edit-yaml.ts';
import { at, isRecord, valueOf } from '../yaml/read-yaml.ts';
import type { Choice, PlanChoices } from './plan-choices.ts';

interface Props {
  text: string;
  /** States that must get a place to go. */
  open: readonly string[];
  /** Where running cases are now; those of a state that is not named stay in it. */
  standing: readonly { state: string; cases: number }[];
  choices: PlanChoices;
  onText: (text: string) => void;
}

const labelOf = (choices: readonly Choice[], key: string): string =>
  choices.find(({ value }) => value === key)?.label ?? key;

const saidRows = (text: string, open: readonly string[]): [string, string | null][] => {
  const states = at(valueOf(text), ['states']);
  const said = isRecord(states) ? Object.entries(states) : [];
  const known = said.map(([from, to]): [string, string | null] => [from, typeof to === 'string' ? to : null]);
  const missing = open.filter((state) => known.every(([from]) => from !== state));
  return [...known, ...missing.map((state): [string, null] => [state, null])];
};

/** A row for each state that the plan names, asks about, or leaves as it is. */
const stateRows = ({ text, open, standing }: Pick<Props, 'text' | 'open' | 'standing'>): [string, string | null][] => {
  const said = saidRows(text, open);
  const silent = standing.filter(({ state }) => said.every(([from]) => from !== state));
  return [...said, ...silent.map(({ state }): [string, string] => [state, state])];
};

const movesOf = (text: string): [string, string][] => {
  const fields = at(valueOf(text), ['fields']);
  return (Array.isArray(fields) ? (fields as unknown[]) : []).flatMap((one) => {
    const move = at(one, ['move']);
    return isRecord(move) ? Object.entries(move).map(([from, to]): [string, string] => [from, String(to)]) : [];
  });
};

const withMoves = (text: string, moves: readonly [string, string][]): string =>
  setAt(text, ['fields'], moves.length === 0 ? undefined : moves.map(([from, to]) => ({ move: { [from]: to } })));

/** A state that leads to itself is not named; without any the plan has no states. */
const withState = (text: string, from: string, to: string): string => {
  const next = setAt(text, ['states', from], from === to ? undefined : to);
  const states = at(valueOf(next), ['states']);
  return isRecord(states) && Object.keys(states).length === 0 ? setAt(next, ['states'], undefined) : next;
};

const States = ({ text, open, standing, choices, onText }: Props) => {
  const { t } = useTranslation();
  const casesIn = (from: string): number => standing.find(({ state }) => state === from)?.cases ?? 0;
  return (
    <table className="plan-table">
      <caption>{t('publish.plan.states')}</caption>
      <tbody>
        {stateRows({ text, open, standing }).map(([from, to]) => (
          <tr key={from}>
            <th scope="row">
              {labelOf(choices.before.states, from)}
              <span className="quiet"> {t('publish.plan.cases', { count: casesIn(from) })}</span>
            </th>
            <td aria-hidden>→</td>
            <td>
              <Select
                aria-label={`${labelOf(choices.before.states, from)} ${t('publish.plan.to')}`}
                status={to === null ? 'error' : ''}
                placeholder={t('publish.plan.choose')}
                value={to}
                options={choices.after.states.map(({ value, label }) =>
                  value === from ? { value, label: `${label} · ${t('publish.plan.stays')}` } : { value, label },
                )}
                onChange={(state: string | null) => {
                  if (state !== null) onText(withState(text, from, state));
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Fields = ({ text, choices, onText }: Props) => {
  const { t } = useTranslation();
  const moves = movesOf(text);
  const put = (index: number, move: [string, string]): void => {
    onText(
      withMoves(
        text,
        moves.map((one, n) => (n === index ? move : one)),
      ),
    );
  };
  const used = new Set(moves.map(([from]) => from));
  const next = choices.before.fields.find(({ value }) => !used.has(value));
  return (
    <table className="plan-table">
      <caption>
        {t('publish.plan.fields')} <span className="quiet">{t('publish.plan.fields-help')}</span>
      </caption>
      <tbody>
        {moves.map(([from, to], index) => (
          <tr key={from}>
            <td>
              <Select
                aria-label={t('publish.plan.from')}
                showSearch={{ optionFilterProp: 'label' }}
                value={from}
                options={choices.before.fields}
                onChange={(field: string) => {
                  put(index, [field, to]);
                }}
              />
            </td>
            <td aria-hidden>→</td>
            <td>
              <Select
                aria-label={`${labelOf(choices.before.fields, from)} ${t('publish.plan.to')}`}
                showSearch={{ optionFilterProp: 'label' }}
                value={to}
                options={choices.after.fields}
                onChange={(field: string) => {
                  put(index, [from, field]);
                }}
              />
            </td>
            <td>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`${t('publish.plan.remove')} ${from}`}
                onClick={() => {
                  onText(
                    withMoves(
                      text,
                      moves.filter((_, n) => n !== index),
                    ),
                  );
                }}
              />
            </td>
          </tr>
        ))}
        <tr>
          <td colSpan={4}>
            <Button
              size="small"
              icon={<PlusOutlined />}
              disabled={next === undefined}
              onClick={() => {
                if (next !== undefined) onText(withMoves(text, [...moves, [next.value, next.value]]));
              }}
            >
              {t('publish.plan.add-field')}
            </Button>
          </td>
        </tr>
      </tbody>
    </table>
  );
};

/** A plan filled in without writing it: where the cases of each state go, and the values of each field. */
export const PlanForm = (props: Props) => {
  const { t } = useTranslation();
  if (valueOf(props.text) === null) return <Alert type="error" showIcon title={t('publish.plan.broken')} />;
  return (
    <>
      <States {...props} />
      <Fields {...props} />
    </>
  );
};

/** States of a plan that have no place to go yet. */
export const openIn = (text: string, open: readonly string[]): number =>
  saidRows(text, open).filter(([, to]) => to === null).length;
