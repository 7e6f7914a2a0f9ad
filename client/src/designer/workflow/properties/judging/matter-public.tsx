import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isRecord, type Path } from '../../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../../desk-context.ts';
import { KeysProperty } from '../../inputs/keys.tsx';
import { Property } from '../../inputs/property.tsx';
import { stateChoices } from '../../names.ts';

const WISHES = ['no', 'always', 'during'] as const;
type Wish = (typeof WISHES)[number];

/** Whether anybody may open one by a link, and in which states. */
export const MatterPublicProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const own = [...path, 'public'];
  const [value, set] = useProperty(own);
  const states = stateChoices(desk);
  const wish: Wish = isRecord(value) ? 'during' : value === true ? 'always' : 'no';
  const written: Record<Wish, unknown> = {
    no: undefined,
    always: true,
    during: { during: states.slice(0, 1).map((state) => state.value) },
  };
  return (
    <>
      <Property path={own} label={t('contest.public')} help={t('contest.public-help')} isGroup>
        <Select<Wish>
          className="wide"
          aria-label={t('contest.public')}
          disabled={desk.isBroken}
          value={wish}
          options={WISHES.map((one) => ({ value: one, label: t(`contest.public.${one}`) }))}
          onChange={(next) => {
            if (next !== wish) set(written[next]);
          }}
        />
      </Property>
      {wish === 'during' ? (
        <KeysProperty path={[...own, 'during']} label={t('contest.public-during')} choices={states} />
      ) : null}
    </>
  );
};
