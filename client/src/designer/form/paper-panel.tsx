import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Form } from '#contract/definition/form.ts';
import type { LocalText } from '#contract/text.ts';
import { headFields, rosters } from '#engine/form/fields.ts';
import { orNothing, withEntry } from './keyword.ts';
import { textFor, withTextFor } from './local-text.ts';
import { titleOf } from './names.ts';
import { PaperColumns } from './paper-columns.tsx';
import { Labelled, LocalTextBox, NumberBox, PickBox, TextBox } from './properties/inputs.tsx';
import { useForm, useHands, useSurroundings } from './use-design.ts';

type Layout = NonNullable<Form['x-layout']>;

type Texts = LocalText | LocalText[] | undefined;

const listed = (texts: Texts): LocalText[] => (texts === undefined ? [] : [texts].flat());

const linesOf = (texts: Texts, main: string): string =>
  listed(texts)
    .map((text) => textFor(text, main, main))
    .join('\n');

/** Several lines as a list, one as a plain text. A line keeps what it says in other languages. */
const asLines = (typed: string | undefined, before: Texts, main: string): LocalText | LocalText[] | undefined => {
  const old = listed(before);
  const lines = (typed ?? '').split('\n').slice(0, 10);
  if (lines.every((line) => line === '')) return undefined;
  const [first = '', ...more] = lines.map((line, index) => withTextFor(old[index], line, { locale: main, main }) ?? '');
  return more.length === 0 ? first : [first, ...more];
};

/** How the form stands on paper: heading, head line, columns, lines to sign. */
export const PaperPanel = () => {
  const { t, i18n } = useTranslation();
  const form = useForm();
  const { edit } = useHands();
  const { main } = useSurroundings();
  const layout: Layout = form['x-layout'] ?? { mode: 'table' };
  const change = <Key extends keyof Layout>(key: Key, value: Layout[Key] | undefined): void => {
    edit(`paper:${key}`, (now) => {
      const next = withEntry(now['x-layout'] ?? { mode: 'table' as const }, key, value);
      return withEntry(now, 'x-layout', Object.keys(next).length === 1 ? undefined : next);
    });
  };
  const tables = rosters(form);
  const places = [
    { value: 'org', label: t('form-designer.organisation') },
    ...headFields(form).map(({ path, key, field }) => ({
      value: path.join('.'),
      label: titleOf(field, key, i18n.language),
    })),
  ];
  const head = (layout.head ?? []).map((place) => (typeof place === 'string' ? place : place.field));
  return (
    <div className="designer-panel-part">
      <LocalTextBox
        label={t('form-designer.heading')}
        value={layout.heading}
        onChange={(text) => {
          change('heading', text);
        }}
      />
      <LocalTextBox
        label={t('form-designer.attachment')}
        value={layout.attachment}
        onChange={(text) => {
          change('attachment', text);
        }}
      />
      <Labelled label={t('form-designer.head-line')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            style={{ width: '100%' }}
            value={head}
            options={places}
            onChange={(chosen: string[]) => {
              const old = new Map(
                (layout.head ?? []).map((place) => [typeof place === 'string' ? place : place.field, place]),
              );
              change('head', orNothing(chosen.map((field) => old.get(field) ?? field)));
            }}
          />
        )}
      </Labelled>
      {tables.length > 1 ? (
        <PickBox
          label={t('form-designer.paper-roster')}
          value={layout.roster}
          options={tables.map(({ key, field }) => ({ value: key, label: titleOf(field, key, i18n.language) }))}
          onChange={(key) => {
            change('roster', key);
          }}
        />
      ) : null}
      {tables.length === 0 ? null : (
        <PaperColumns
          layout={layout}
          roster={layout.roster ?? tables[0]?.key ?? ''}
          onChange={(columns) => {
            change('columns', columns);
          }}
        />
      )}
      <div className="designer-checks">
        {(['numbered', 'column_numbers'] as const).map((key) => (
          <Checkbox
            key={key}
            checked={layout[key] ?? false}
            onChange={({ target }) => {
              change(key, target.checked ? true : undefined);
            }}
          >
            {t(`form-designer.paper.${key}`)}
          </Checkbox>
        ))}
      </div>
      <div className="designer-pair">
        <NumberBox
          label={t('form-designer.blank-rows')}
          min={0}
          max={100}
          value={layout.rows}
          onChange={(rows) => {
            change('rows', rows);
          }}
        />
        <PickBox
          label={t('form-designer.page')}
          value={
            layout.page === undefined
              ? undefined
              : `${layout.page.size ?? 'A4'} ${layout.page.orientation ?? 'landscape'}`
          }
          options={['A4 portrait', 'A4 landscape', 'A3 portrait', 'A3 landscape'].map((page) => ({
            value: page,
            label: t(`form-designer.page.${page}`),
          }))}
          onChange={(page) => {
            const [size, orientation] = (page ?? '').split(' ');
            change(
              'page',
              page === undefined ? undefined : { size: size as 'A4', orientation: orientation as 'portrait' },
            );
          }}
        />
      </div>
      <TextBox
        label={t('form-designer.signature')}
        area
        value={linesOf(layout.signature, main)}
        onChange={(typed) => {
          change('signature', asLines(typed, layout.signature, main));
        }}
      />
      <TextBox
        label={t('form-designer.notes')}
        area
        value={linesOf(layout.notes, main)}
        onChange={(typed) => {
          change('notes', asLines(typed, layout.notes, main));
        }}
      />
    </div>
  );
};
