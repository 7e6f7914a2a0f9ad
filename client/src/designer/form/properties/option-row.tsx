import { LockOutlined, MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Option } from '#contract/definition/field.ts';
import { codeOf, editOption, moveOption, optionsOf, removeOption } from '../commands/options.ts';
import { askNoOther, askOther } from '../commands/other.ts';
import { withEntry } from '../keyword.ts';
import { withOtherTitle } from '../local-text.ts';
import { fieldAt } from '../place.ts';
import { useHands, useSurroundings } from '../use-design.ts';
import { languageName } from './inputs.tsx';
import type { PropertyProps } from './property-entry.ts';

interface Props extends PropertyProps {
  option: Option;
  index: number;
  count: number;
  isPublished: boolean;
}

/** A code is settled when the person leaves it; a double one goes back to what it was. */
const CodeInput = ({ field, change, option, index, isPublished }: Props) => {
  const { t } = useTranslation();
  const written = String(option.const);
  const [typed, setTyped] = useState<string | null>(null);
  const settle = (): void => {
    const code = typed === null ? option.const : codeOf(typed, optionsOf(field).toSpliced(index, 1));
    if (typed !== null && typed.trim() !== '' && code !== option.const)
      change(null, (one) => editOption(one, index, (old) => ({ ...old, const: code })));
    setTyped(null);
  };
  return (
    <Input
      className="designer-code"
      aria-label={t('form-designer.option-code', { n: index + 1 })}
      value={typed ?? written}
      disabled={isPublished}
      {...(isPublished && { suffix: <LockOutlined aria-label={t('form-designer.code-locked')} /> })}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onBlur={settle}
      onPressEnter={settle}
    />
  );
};

export const OptionRow = (props: Props) => {
  const { t } = useTranslation();
  const { id, path, change, option, index, count, isPublished } = props;
  const { main, locales, published } = useSurroundings();
  const { edit } = useHands();
  const wasPublished = (one: readonly string[]): boolean => published !== null && fieldAt(published, one) !== undefined;
  const other = option['x-other'];
  const menu: Record<string, () => void> = {
    up: () => {
      change(null, (one) => moveOption(one, index, index - 1));
    },
    down: () => {
      change(null, (one) => moveOption(one, index, index + 1));
    },
    other: () => {
      edit(null, (form) =>
        other === undefined
          ? askOther(form, path, index, t('form-designer.other-title'))
          : askNoOther(form, path, index, wasPublished),
      );
    },
    retire: () => {
      change(null, (one) =>
        editOption(one, index, (old) => withEntry(old, 'x-retired', old['x-retired'] === true ? undefined : true)),
      );
    },
    remove: () => {
      change(null, (one) => removeOption(one, index));
    },
  };
  const items = [
    { key: 'up', label: t('form-designer.move-up'), disabled: index === 0 },
    { key: 'down', label: t('form-designer.move-down'), disabled: index === count - 1 },
    { key: 'other', label: t(other === undefined ? 'form-designer.ask-other' : 'form-designer.ask-no-other') },
    { key: 'retire', label: t(option['x-retired'] === true ? 'form-designer.use-again' : 'form-designer.retire') },
    { key: 'remove', danger: true, disabled: isPublished || count === 1, label: t('form-designer.remove') },
  ];
  return (
    <li className={option['x-retired'] === true ? 'designer-option designer-option-retired' : 'designer-option'}>
      <div className="designer-option-line">
        <CodeInput {...props} />
        <div className="designer-option-titles">
          <Input
            aria-label={t('form-designer.option-title', { n: index + 1 })}
            value={typeof option.title === 'string' ? option.title : ''}
            onChange={({ target }) => {
              change(`${id}:option.${index}`, (one) =>
                editOption(one, index, (old) => ({ ...old, title: target.value })),
              );
            }}
          />
          {locales
            .filter((locale) => locale !== main)
            .map((locale) => (
              <Input
                key={locale}
                size="small"
                aria-label={t('form-designer.option-title-in', { n: index + 1, language: languageName(locale) })}
                placeholder={languageName(locale)}
                value={option['x-title']?.[locale] ?? ''}
                onChange={({ target }) => {
                  change(`${id}:option.${index}.${locale}`, (one) =>
                    editOption(one, index, (old) =>
                      withEntry(old, 'x-title', withOtherTitle(old['x-title'], locale, target.value)),
                    ),
                  );
                }}
              />
            ))}
        </div>
        <Dropdown menu={{ items, onClick: ({ key }) => menu[key]?.() }} trigger={['click']}>
          <Button type="text" icon={<MoreOutlined />} aria-label={t('form-designer.option-more', { n: index + 1 })} />
        </Dropdown>
      </div>
      {other === undefined ? null : <Tag>{t('form-designer.asks-other')}</Tag>}
      {option['x-retired'] === true ? <Tag>{t('form-designer.retired')}</Tag> : null}
    </li>
  );
};
