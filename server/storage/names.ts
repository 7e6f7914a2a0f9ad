import { DefaultNamingStrategy, type Table, type View } from 'typeorm';

const plain = (table: Table | View | string): string => {
  const name = typeof table === 'string' ? table : table.name;
  return (name.split('.').pop() ?? name).replace(/_$/, '');
};
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const named = (prefix: string, table: Table | View | string, columns: string[]): string =>
  [prefix, plain(table), ...columns].join('_').slice(0, 63);

/** Columns in snake case, and names of constraints that a person can read in an error of the database. */
export class ReadableNames extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? snake(property);
  }

  override primaryKeyName(table: Table | string): string {
    return named('pk', table, []);
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return named('uq', table, columns);
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return named('fk', table, columns);
  }

  override indexName(table: Table | View | string, columns: string[]): string {
    return named('ix', table, columns);
  }
}
