import { v7 as newId } from 'uuid';
import { hashPassword } from '../../server/modules/sessions/password-hash.ts';
import type { Sql } from '../../server/storage/database.ts';
import { PASSWORD } from './app.ts';

/** A programme that exists for tests of access alone: one role for each kind of permission. */
const PROGRAMME = (key: string): string => `
apiVersion: formflow/v1
kind: Programme
key: ${key}
title: Trial of ${key}
zone: Asia/Shanghai
locales: [en]
organisation_kinds:
  site:   {title: Site}
  office: {title: Office}
relations:
  helped_by: {title: Helped by}
roles:
  filler:    {title: {en: Filler, zh-CN: 填表人}, may: [cases.fill]}
  reviewer:  {title: Reviewer, may: [cases.read, cases.remark, cases.review, boards.read]}
  designer:  {title: Designer, may: [definitions.edit, definitions.publish, programmes.manage]}
  registrar: {title: Registrar, may: [organisations.manage, people.manage]}
  auditor:   {title: Auditor, may: [audit.read]}
  organiser: {title: Organiser, may: [contests.run]}
workflows: []
`;

/** Publishes the trial programme; answers its id. */
export const aProgramme = async (sql: Sql, key: string): Promise<string> => {
  const [programme, definition] = [newId(), newId()];
  await sql.query(`INSERT INTO programme (id, key) VALUES ($1, $2)`, [programme, key]);
  await sql.query(`INSERT INTO definition (id, programme_id, kind, key) VALUES ($1, $2, 'Programme', $3)`, [
    definition,
    programme,
    key,
  ]);
  await sql.query(
    `INSERT INTO definition_version (id, definition_id, n, content_hash, source, status, published_at)
     VALUES ($1, $2, 1, 'trial', $3, 'published', now())`,
    [newId(), definition, PROGRAMME(key)],
  );
  return programme;
};

export const anOrganisation = async (
  sql: Sql,
  code: string,
  more: { parent?: string; kinds?: string[] } = {},
): Promise<string> => {
  const id = newId();
  await sql.query(`INSERT INTO organisation (id, code, title, parent_id) VALUES ($1, $2, $3, $4)`, [
    id,
    code,
    `The ${code}`,
    more.parent ?? null,
  ]);
  for (const kind of more.kinds ?? [])
    await sql.query(`INSERT INTO organisation_kind (id, organisation_id, kind) VALUES ($1, $2, $3)`, [
      newId(),
      id,
      kind,
    ]);
  return id;
};

let hashed: Promise<string> | undefined;

/** Somebody who may sign in with the tests' password; answers the id. */
export const aPerson = async (
  sql: Sql,
  account: string,
  roles: { role: string; programme?: string; organisation?: string }[] = [],
): Promise<string> => {
  const id = newId();
  hashed ??= hashPassword(PASSWORD);
  await sql.query(
    `INSERT INTO person (id, account, name, phone, password_hash, password_changed_at) VALUES ($1, $2, $3, '13912345678', $4, now())`,
    [id, account, `Person ${account}`, await hashed],
  );
  for (const { role, programme, organisation } of roles)
    await sql.query(
      `INSERT INTO membership (id, person_id, programme_id, organisation_id, role) VALUES ($1, $2, $3, $4, $5)`,
      [newId(), id, programme ?? null, organisation ?? null, role],
    );
  return id;
};
