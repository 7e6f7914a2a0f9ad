import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { firstOf, kindChoices, roleChoices } from '../names.ts';
import { ByKind } from '../properties/by-kind.tsx';
import { NotSameAsProperty } from '../properties/not-same-as.tsx';
import { RoleProperty } from '../properties/role.tsx';
import { ScopeProperty } from '../properties/scope.tsx';
import { PanelHeading } from './panel-heading.tsx';

type Sort = 'role' | 'for' | 'person';

const sortOf = (actor: unknown): Sort => {
  if (!isRecord(actor)) return 'role';
  if (actor['for'] !== undefined) return 'for';
  return actor['person'] === undefined ? 'role' : 'person';
};

const RoleActor = ({ path, actor }: { path: Path; actor: string }) => (
  <>
    <RoleProperty path={path} />
    <ScopeProperty path={path} />
    <NotSameAsProperty path={path} actor={actor} />
  </>
);

/** Who somebody of the workflow is: a role, a role that differs by kind of organisation, or a person named in the form. */
export const ActorPanel = ({ actor }: { actor: string }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const path = ['actors', actor] as const;
  const value = at(desk.workflow, path);
  const sort = sortOf(value);
  const role = { role: roleChoices(desk)[0]?.value ?? 'role', scope: 'own' };
  const change = (next: Sort): void => {
    const title = at(value, ['title']);
    const kept = title === undefined ? {} : { title };
    const field = desk.surroundings.fields.find((one) => one.sort === 'field')?.value ?? 'person';
    const first = sort === 'for' ? firstOf(at(value, ['for'])) : undefined;
    const bodies = {
      role: isRecord(first) ? first : role,
      for: {
        for: Object.fromEntries(
          kindChoices(desk).map((kind) => [
            kind.value,
            sort === 'role' && isRecord(value) ? { role: value['role'], scope: value['scope'] } : role,
          ]),
        ),
      },
      person: { person: field },
    };
    if (next !== sort) desk.run(setProperty(path, { ...kept, ...bodies[next] }));
  };
  return (
    <>
      <PanelHeading path={path} sort={t('workflow.actor')} />
      <Segmented
        size="small"
        aria-label={t('workflow.actor-sort')}
        disabled={desk.isBroken}
        value={sort}
        options={(['role', 'for', 'person'] as const).map((one) => ({
          value: one,
          label: t(`workflow.actor-sort.${one}`),
        }))}
        onChange={change}
      />
      <LocalTextProperty path={[...path, 'title']} label={t('workflow.title')} help={t('workflow.actor-title-help')} />
      {sort === 'role' ? <RoleActor path={path} actor={actor} /> : null}
      {sort === 'for' ? (
        <ByKind
          path={[...path, 'for']}
          label={t('workflow.by-kind')}
          help={t('workflow.first-wins')}
          fresh={() => role}
        >
          {(own) => (
            <>
              <LocalTextProperty path={[...own, 'title']} label={t('workflow.title')} />
              <RoleActor path={own} actor={actor} />
            </>
          )}
        </ByKind>
      ) : null}
      {sort === 'person' ? (
        <>
          <ChoiceProperty
            path={[...path, 'person']}
            label={t('workflow.person-field')}
            help={t('workflow.person-field-help')}
            choices={desk.surroundings.fields.filter((one) => one.sort === 'field')}
          />
          <NotSameAsProperty path={path} actor={actor} />
        </>
      ) : null}
    </>
  );
};
