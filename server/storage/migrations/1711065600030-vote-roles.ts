import type { QueryRunner } from 'typeorm';
import { StartRefused } from '../start-refused.ts';
import { Forward } from './forward.ts';

const ROLES = ['formflow_caster', 'formflow_tally'] as const;

/** From PostgreSQL 16 on, whoever makes a role is its member without being allowed to work as it. */
const role = (name: string): string => `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN
      CREATE ROLE ${name} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
    IF NOT pg_has_role(current_user, '${name}', CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
      EXECUTE format('GRANT ${name} TO %I', current_user);
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;

const refusal = (owner: string): StartRefused => {
  const statements = ROLES.map((name) => `CREATE ROLE ${name} NOLOGIN; GRANT ${name} TO "${owner}";`).join(' ');
  return new StartRefused({
    zh: `数据库用户 ${owner} 不能建立角色。请数据库管理员执行一次：${statements}`,
    en: `The database user ${owner} may not make roles. Ask the database's administrator to run once: ${statements}`,
  });
};

/**
 * Two roles that hold the box apart from the rest of the running system: `formflow_caster` puts a ballot in and can read
 * none, `formflow_tally` reads ballots, of which there are none to read before the box was closed.
 */
export class VoteRoles1711065600030 extends Forward {
  name = 'VoteRoles1711065600030';

  statements = ROLES.map(role);

  override async up(runner: QueryRunner): Promise<void> {
    try {
      await super.up(runner);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      throw refusal(new URL(String(Reflect.get(runner.dataSource.options, 'url'))).username);
    }
  }
}
