import { Injectable } from '@nestjs/common';
import { roleOfActor } from '../../engine/actor.ts';
import { dayAt } from '../../engine/calendar.ts';
import type { Person } from '../../engine/command.ts';
import type { Model } from '../../engine/model.ts';
import { Database } from '../../storage/database.ts';
import type { CaseState } from './case-state.repository.ts';
import { ORGANISATION, organisationOn, type OrganisationFacts } from './organisation-facts.ts';

interface Held {
  person: string;
  name: string;
  role: string;
  organisation: OrganisationFacts | null;
}

const HOLDERS = `
  SELECT p.id AS person, p.name, m.role, ${ORGANISATION('m.organisation_id')} AS organisation
    FROM membership m JOIN person p ON p.id = m.person_id
   WHERE p.active AND m.programme_id = $1 AND m.role = ANY ($2)
   ORDER BY p.id, m.id`;

/** The roles of the actors to all of whom a task of the workflow is given. */
const rolesGivenTo = ({ workflow }: Model): string[] => {
  const tasks = Object.values(workflow.states).flatMap((state) => Object.values(state.tasks ?? {}));
  const actors = tasks.filter(({ assign }) => assign === 'all').flatMap((rule) => rule.actors);
  const rules = [...new Set(actors)].flatMap((actor) => workflow.actors[actor] ?? []);
  return rules.flatMap((rule) =>
    'for' in rule ? Object.values(rule.for).map(({ role }) => role) : (roleOfActor(rule, null)?.role ?? []),
  );
};

/** Who could hold a seat of a task that is given to everybody. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  /** Null where no task of the workflow is given to all. */
  async judgesOf(model: Model, { programmeId, now }: Pick<CaseState, 'programmeId' | 'now'>): Promise<Person[] | null> {
    const roles = rolesGivenTo(model);
    if (roles.length === 0) return null;
    const held = await this.database.query<Held>(HOLDERS, [programmeId, roles]);
    const today = dayAt(now.getTime(), model.programme.zone);
    const people = new Map<string, Person>();
    for (const { person: id, name, role, organisation } of held) {
      const known = people.get(id) ?? { id, name, memberships: [] };
      const at = organisation === null ? null : organisationOn(organisation, today);
      people.set(id, { ...known, memberships: [...known.memberships, { organisation: at, roles: [role] }] });
    }
    return [...people.values()];
  }
}
