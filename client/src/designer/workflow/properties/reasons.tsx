import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { freshKey } from '../commands/fresh-key.ts';
import { useDesk } from '../desk-context.ts';
import { EntryList } from '../inputs/entry-list.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { listAt } from '../names.ts';

/** Reasons to choose from, each with a code that stays. */
export const ReasonsProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow } = useDesk();
  const own = [...path, 'reasons'];
  const codes = listAt(workflow, own).map((reason) => String(at(reason, ['code'])));
  return (
    <EntryList
      path={own}
      label={t('workflow.reasons')}
      help={t('workflow.reasons-help')}
      one={t('workflow.reason')}
      fresh={() => ({ code: freshKey('reason', codes), title: t('workflow.reason') })}
    >
      {(place) => (
        <>
          <LocalTextProperty path={[...place, 'title']} label={t('workflow.title')} />
          <WordProperty path={[...place, 'code']} label={t('workflow.code')} />
        </>
      )}
    </EntryList>
  );
};
