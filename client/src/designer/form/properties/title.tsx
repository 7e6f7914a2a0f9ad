import { useTranslation } from 'react-i18next';
import { withEntry } from '../keyword.ts';
import { withOtherTitle } from '../local-text.ts';
import { useSurroundings } from '../use-design.ts';
import { TextBox, languageName } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

/** The plain title is in the main language; the others stand beside it. */
const TitleEditor = ({ id, field, change, set }: PropertyProps) => {
  const { t } = useTranslation();
  const { main, locales } = useSurroundings();
  return (
    <>
      <TextBox
        label={t('form-designer.title')}
        value={typeof field.title === 'string' ? field.title : ''}
        onChange={(typed) => {
          set('title', typed ?? '');
        }}
      />
      {locales
        .filter((locale) => locale !== main)
        .map((locale) => (
          <TextBox
            key={locale}
            label={t('form-designer.title-in', { language: languageName(locale) })}
            value={field['x-title']?.[locale]}
            onChange={(typed) => {
              change(`${id}:x-title.${locale}`, (one) =>
                withEntry(one, 'x-title', withOtherTitle(one['x-title'], locale, typed ?? '')),
              );
            }}
          />
        ))}
    </>
  );
};

export const titleProperty: PropertyEntry = {
  name: 'title',
  section: 'basic',
  title: { 'zh-CN': '标题', en: 'Title' },
  keywords: ['title', 'x-title'],
  Editor: TitleEditor,
};
