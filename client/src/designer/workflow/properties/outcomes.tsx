import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { freshKey } from '../commands/fresh-key.ts';
import { useDesk } from '../desk-context.ts';
import { EntryList } from '../inputs/entry-list.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { listAt } from '../names.ts';

/** What a person who judges can come to, each with a code that stays; a code alone is its own title. */
export const OutcomesProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow } = useDesk();
  const own = [...path, 'outcome'];
  const codes = listAt(workflow, own).map((one) => (typeof one === 'string' ? one : String(at(one, ['code']))));
  return (
    <EntryList
      path={own}
      label={t('workflow.outcome')}
      help={t('workflow.outcome-help')}
      one={t('workflow.outcome')}
      fresh={() => ({ code: freshKey('outcome', codes), title: t('workflow.outcome') })}
    >
      {(place) =>
        isRecord(at(workflow, place)) ? (
          <>
            <LocalTextProperty path={[...place, 'title']} label={t('workflow.title')} />
            <WordProperty path={[...place, 'code']} label={t('workflow.code')} />
          </>
        ) : (
          <WordProperty path={place} label={t('workflow.code')} />
        )
      }
    </EntryList>
  );
};
