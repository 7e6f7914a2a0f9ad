import type { Day, Organisation } from '../../engine/case.ts';

/** A kind of an organisation with the days of its validity. */
export interface KindTag {
  kind: string;
  from: Day | null;
  to: Day | null;
}

/** An organisation as one statement reads it: with every kind it ever had. */
export interface OrganisationFacts extends Omit<Organisation, 'kinds' | 'ancestors'> {
  kinds: KindTag[];
  ancestors: { id: string; code: string; kinds: KindTag[] }[];
}

/** An SQL expression: every kind that the organisation with this id ever had, as JSON. */
export const kinds = (organisation: string): string =>
  `coalesce((SELECT json_agg(json_build_object('kind', k.kind, 'from', k.valid_from, 'to', k.valid_to) ORDER BY k.id)
               FROM organisation_kind k WHERE k.organisation_id = ${organisation}), '[]')`;

/** An SQL expression: the facts of the organisation with this id as JSON, ancestors from the parent upwards. */
export const ORGANISATION = (id: string): string => `(
  SELECT json_build_object(
           'id', o.id, 'code', o.code, 'title', o.title, 'level', o.level, 'attributes', o.attributes,
           'kinds', ${kinds('o.id')},
           'ancestors', CASE WHEN o.parent_id IS NULL THEN '[]' ELSE (
             WITH RECURSIVE above AS (
               SELECT a.id, a.code, a.parent_id, 1 AS height FROM organisation a WHERE a.id = o.parent_id
               UNION ALL
               SELECT a.id, a.code, a.parent_id, b.height + 1
                 FROM above b JOIN organisation a ON a.id = b.parent_id WHERE b.height < 20)
             SELECT json_agg(json_build_object('id', b.id, 'code', b.code, 'kinds', ${kinds('b.id')}) ORDER BY b.height)
               FROM above b) END,
           'relations', coalesce((
             SELECT json_object_agg(r.name, r.ids)
               FROM (SELECT name, json_agg(related_id) AS ids FROM relation WHERE organisation_id = o.id GROUP BY name) r), '{}'))
    FROM organisation o WHERE o.id = ${id})`;

export const kindsOn = (tags: readonly KindTag[], day: Day): string[] =>
  tags.filter(({ from, to }) => (from ?? day) <= day && day <= (to ?? day)).map(({ kind }) => kind);

/** The organisation with the kinds that are valid on a day. */
export const organisationOn = (facts: OrganisationFacts, day: Day): Organisation => ({
  ...facts,
  kinds: kindsOn(facts.kinds, day),
  ancestors: facts.ancestors.map((ancestor) => ({ ...ancestor, kinds: kindsOn(ancestor.kinds, day) })),
});
