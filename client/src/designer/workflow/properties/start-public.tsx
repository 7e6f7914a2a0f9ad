import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk-context.ts';
import { KeysProperty } from '../inputs/keys.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { Optional } from './optional.tsx';

const PATH = ['start'] as const;

/** What a sign-up without an account asks for: a privacy notice by version, and what tells one person from another. */
export const StartPublicProperties = () => {
  const { t } = useTranslation();
  const { surroundings } = useDesk();
  const rosters = surroundings.fields.filter(({ sort }) => sort === 'roster').map(({ value }) => `${value}.`);
  const head = surroundings.fields.filter(
    ({ sort, value }) => sort === 'field' && rosters.every((roster) => !value.startsWith(roster)),
  );
  return (
    <>
      <Optional
        path={[...PATH, 'privacy']}
        label={t('workflow.start-privacy')}
        help={t('workflow.start-privacy-help')}
        fresh={() => ({ version: '1', text: t('workflow.start-privacy-fresh') })}
      >
        <WordProperty path={[...PATH, 'privacy', 'version']} label={t('workflow.start-privacy-version')} />
        <LocalTextProperty path={[...PATH, 'privacy', 'text']} label={t('workflow.start-privacy-text')} rows={4} />
      </Optional>
      <KeysProperty
        path={[...PATH, 'once']}
        label={t('workflow.start-once')}
        placeholder={t('workflow.none')}
        choices={head}
      />
    </>
  );
};
