/**
 * For whom a statement works. Row-level security shows only what the tenant reaches; who may do what with it is decided
 * by the rules. The settings ride inside the statement: its first CTE makes them, and every part that touches rows of
 * organisations waits for it by `WHERE ${ENTERED}`, which PostgreSQL evaluates once, before it reads a row.
 */
import type { Sql } from './database.ts';

/** What a person reaches, as ids. */
export interface PersonTenant {
  person: string;
  /** Programmes of which the person sees every organisation's cases. */
  programmes: readonly string[];
  /** Programmes in which the person has any role. */
  participates: readonly string[];
  organisations: readonly string[];
  /** Organisations of which everything under, beside or related to them is reached too. */
  near: readonly string[];
}

/** A person's reach, or the system itself (timers, publishing), which sees everything. */
export type Tenant = PersonTenant | 'system';

/** The first CTE of a statement; it takes the first six values. */
export const TENANT = `tenant AS MATERIALIZED (SELECT formflow_enter($1, $2, $3::uuid[], $4, $5, $6) AS entered)`;

/** The condition of every part that reads or writes rows of organisations. */
export const ENTERED = '(SELECT entered FROM tenant)';

/** The values that `TENANT` takes. */
export const tenantValues = (tenant: Tenant): unknown[] =>
  tenant === 'system'
    ? ['', '', [], '', '', true]
    : [
        tenant.programmes.join(','),
        tenant.organisations.join(','),
        tenant.near,
        tenant.participates.join(','),
        tenant.person,
        false,
      ];

/** Makes the settings for the rest of a transaction that consists of several statements. */
export const enter = async (sql: Sql, tenant: Tenant): Promise<void> => {
  await sql.prepared('tenant-enter', 'SELECT formflow_enter($1, $2, $3::uuid[], $4, $5, $6)', tenantValues(tenant));
};
