import type { QueryRunner } from 'typeorm';
import { StartRefused } from '../start-refused.ts';
import { Forward } from './forward.ts';

const ROLE = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'formflow_app') THEN
      CREATE ROLE formflow_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
    IF NOT pg_has_role(current_user, 'formflow_app', 'MEMBER') THEN
      EXECUTE format('GRANT formflow_app TO %I', current_user);
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;

const refusal = (owner: string): StartRefused => {
  const statements = `CREATE ROLE formflow_app NOLOGIN; GRANT formflow_app TO "${owner}";`;
  return new StartRefused({
    zh: `数据库用户 ${owner} 不能建立角色。请数据库管理员执行一次：${statements}`,
    en: `The database user ${owner} may not make roles. Ask the database's administrator to run once: ${statements}`,
  });
};

/**
 * The role that the running system works as. It owns nothing and cannot pass row-level security, whoever the owner is.
 * Roles belong to the whole server: another database on it may have made this one already.
 */
export class Role1711065600001 extends Forward {
  name = 'Role1711065600001';

  statements = [ROLE];

  override async up(runner: QueryRunner): Promise<void> {
    try {
      await super.up(runner);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      throw refusal(new URL(String(Reflect.get(runner.dataSource.options, 'url'))).username);
    }
  }
}
