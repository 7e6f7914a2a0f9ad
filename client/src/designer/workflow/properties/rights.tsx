import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';
import { actorChoices } from '../names.ts';
import { AreaParts, AreaSelect } from './area.tsx';
import { HideUntil } from './hide-until.tsx';

const RIGHTS = ['read', 'write', 'remark'] as const;
const SORTS = {
  read: ['none', 'all', 'some'],
  write: ['none', 'all', 'queried', 'some'],
  remark: ['none', 'all', 'some'],
} as const;

/** Who reads, fills in and remarks in a state: the whole list; whoever is not in it sees title, status and dates only. */
export const RightsProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const own = [...path, 'rights'];
  const actors = actorChoices(desk);
  if (!isRecord(at(desk.workflow, own)))
    return (
      <Property path={own} label={t('workflow.rights')} help={t('workflow.rights-none')}>
        <Button
          size="small"
          disabled={desk.isBroken || actors.length === 0}
          onClick={() => {
            desk.run(setProperty(own, Object.fromEntries(actors.map(({ value }) => [value, { read: 'all' }]))));
          }}
        >
          {t('workflow.rights-make')}
        </Button>
      </Property>
    );
  return (
    <Property path={own} label={t('workflow.rights')} help={t('workflow.rights-help')}>
      <div className="table-scroll">
        <table className="rights">
          <thead>
            <tr>
              <th scope="col">{t('workflow.actor')}</th>
              {RIGHTS.map((right) => (
                <th scope="col" key={right}>
                  {t(`workflow.right.${right}`)}
                </th>
              ))}
              <th scope="col">{t('workflow.hide-until')}</th>
            </tr>
          </thead>
          <tbody>
            {actors.map(({ value: actor, label }) => (
              <tr key={actor}>
                <th scope="row">{label}</th>
                {RIGHTS.map((right) => (
                  <td key={right} data-property={[...own, actor, right].join('.')}>
                    <AreaSelect
                      path={[...own, actor, right]}
                      label={`${label} · ${t(`workflow.right.${right}`)}`}
                      sorts={SORTS[right]}
                    />
                  </td>
                ))}
                <td data-property={[...own, actor, 'hide_until'].join('.')}>
                  <HideUntil path={[...own, actor]} label={`${label} · ${t('workflow.hide-until')}`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {actors.flatMap(({ value: actor, label }) =>
        RIGHTS.map((right) => (
          <AreaParts
            key={`${actor} ${right}`}
            path={[...own, actor, right]}
            label={`${label} · ${t(`workflow.right.${right}`)}`}
          />
        )),
      )}
    </Property>
  );
};
