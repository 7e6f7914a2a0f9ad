import { useTranslation } from 'react-i18next';
import { LocalTextProperty } from '../../workflow/inputs/local-text.tsx';
import { TitledEntries } from '../inputs/titled-entries.tsx';

const titled = (title: string) => ({ title });

/** Kinds of organisations, and the relations between them beside that of superior and inferior. */
export const KindsPart = () => {
  const { t } = useTranslation();
  return (
    <>
      <TitledEntries
        path={['organisation_kinds']}
        label={t('settings.kinds')}
        help={t('settings.kinds-help')}
        one={t('settings.kind')}
        stem="kind"
        fresh={titled}
      >
        {(own) => <LocalTextProperty path={[...own, 'title']} label={t('settings.title')} />}
      </TitledEntries>
      <TitledEntries
        path={['relations']}
        label={t('settings.relations')}
        help={t('settings.relations-help')}
        one={t('settings.relation')}
        stem="relation"
        fresh={titled}
      >
        {(own) => <LocalTextProperty path={[...own, 'title']} label={t('settings.title')} />}
      </TitledEntries>
    </>
  );
};
