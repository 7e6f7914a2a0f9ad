import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../../yaml/read-yaml.ts';
import { setProperty } from '../../commands/set-property.ts';
import { useDesk } from '../../desk-context.ts';
import { KeysProperty } from '../../inputs/keys.tsx';
import { Property } from '../../inputs/property.tsx';
import { roleChoices } from '../../names.ts';
import { VoteLimitsProperty } from './vote-limits.tsx';

const KINDS = ['codes', 'accounts', 'open'] as const;
type Kind = (typeof KINDS)[number];

/** Who votes: holders of codes, people with an account and a role, or everybody within limits. */
export const BallotElectorateProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const own = [...path, 'electorate'];
  const kind = KINDS.find((one) => one === at(desk.workflow, [...own, 'kind'])) ?? null;
  return (
    <>
      <Property path={[...own, 'kind']} label={t('contest.electorate')}>
        {(id) => (
          <Select<Kind>
            id={id}
            className="wide"
            aria-label={t('contest.electorate')}
            disabled={desk.isBroken}
            value={kind}
            options={KINDS.map((one) => ({ value: one, label: t(`contest.electorate.${one}`) }))}
            onChange={(next) => {
              // What is said of one kind stands with no other.
              if (next !== kind) desk.run(setProperty(own, { kind: next }));
            }}
          />
        )}
      </Property>
      {kind === 'accounts' ? (
        <KeysProperty
          path={[...own, 'roles']}
          label={t('contest.electorate-roles')}
          placeholder={t('contest.electorate-roles-any')}
          choices={roleChoices(desk)}
        />
      ) : null}
      {kind === 'open' ? <VoteLimitsProperty path={own} /> : null}
    </>
  );
};
