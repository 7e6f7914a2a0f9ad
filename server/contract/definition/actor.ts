import { z } from 'zod';
import { FieldPath, Key } from '../key.ts';
import { LocalText } from '../text.ts';
import { Expression } from '../duration.ts';

/** Whose cases an actor reaches, seen from the organisation of the acting person. */
export const Scope = z.union([
  z.enum(['own', 'programme', 'public', 'subtree', 'siblings']),
  z.strictObject({ relation: Key }),
  z.strictObject({ ancestor: Key }),
]);
export type Scope = z.infer<typeof Scope>;

export const RoleActor = z.strictObject({
  role: Key,
  scope: Scope,
  title: LocalText.optional(),
  not_same_as: z.array(Key).optional(),
});
export type RoleActor = z.infer<typeof RoleActor>;

/** An actor that differs by the kind of the case's organisation. */
const ActorByKind = z.strictObject({
  for: z.record(Key, RoleActor),
  title: LocalText.optional(),
});

/** A person named in the form's field. */
const NamedActor = z.strictObject({
  person: FieldPath,
  title: LocalText.optional(),
  not_same_as: z.array(Key).optional(),
});

export const Actor = z.union([RoleActor, ActorByKind, NamedActor]);
export type Actor = z.infer<typeof Actor>;

/** A part of a form: all of it, some sections or fields, the cells with an open query, or the rows for which an expression holds. */
export const Area = z.union([
  z.enum(['all', 'queried']),
  z.strictObject({
    sections: z.array(Key).optional(),
    fields: z.array(FieldPath).optional(),
    rows: Expression.optional(),
  }),
]);
export type Area = z.infer<typeof Area>;

export const Right = z.strictObject({
  read: Area.optional(),
  write: Area.optional(),
  remark: z.union([z.boolean(), Area]).optional(),
  /** What others judged stays hidden until one has done one's own part. */
  hide_until: z.literal('own_task_done').optional(),
});
export type Right = z.infer<typeof Right>;
