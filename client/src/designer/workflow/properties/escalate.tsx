import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { DurationProperty } from '../inputs/duration.tsx';
import { EntryList } from '../inputs/entry-list.tsx';
import { KeysProperty } from '../inputs/keys.tsx';
import { actorChoices } from '../names.ts';

/** Who learns of it, and when, where a due day passed. */
export const EscalateProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const actors = actorChoices(useDesk());
  return (
    <EntryList
      path={[...path, 'escalate']}
      label={t('workflow.escalate')}
      help={t('workflow.escalate-help')}
      one={t('workflow.escalation')}
      fresh={() => ({ after: 'P1D', notify: actors.slice(-1).map(({ value }) => value) })}
    >
      {(own) => (
        <>
          <DurationProperty path={[...own, 'after']} label={t('workflow.escalate-after')} />
          <KeysProperty path={[...own, 'notify']} label={t('workflow.notify')} choices={actors} />
        </>
      )}
    </EntryList>
  );
};
