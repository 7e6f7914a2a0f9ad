import { Injectable } from '@nestjs/common';
import type { Programme } from '../contract/definition/programme.ts';
import { parse } from '../registry/parse.ts';
import { Database } from '../storage/database.ts';

/** A programme with the version of its definition that is published now. */
export interface PublishedProgramme {
  id: string;
  key: string;
  version: string;
  definition: Programme;
}

interface Row {
  id: string;
  key: string;
  version: string;
  source: string;
}

const PUBLISHED = `
  SELECT pr.id, pr.key, v.id AS version, v.source
    FROM programme pr
    JOIN definition d ON d.programme_id = pr.id AND d.kind = 'Programme'
    JOIN definition_version v ON v.definition_id = d.id`;

const read = ({ key, source }: Row): Programme => {
  const name = { programme: key, kind: 'Programme' as const, key };
  const { value } = parse({ name, file: `${key}/programme.yaml`, text: source });
  if (value === undefined) throw new Error(`the published definition of the programme ${key} cannot be read`);
  return value;
};

/**
 * What published programmes say of roles, kinds of organisations and zones. A published version never changes, so each is
 * read once a process.
 */
@Injectable()
export class PublishedProgrammes {
  private readonly versions = new Map<string, Promise<Programme>>();

  constructor(private readonly database: Database) {}

  /** The programme's definition by the id of its version. */
  definition(version: string): Promise<Programme> {
    const known = this.versions.get(version);
    if (known !== undefined) return known;
    const read = this.load(version);
    this.versions.set(version, read);
    read.catch(() => this.versions.delete(version));
    return read;
  }

  /** Every programme that has a published definition, by key. */
  async all(): Promise<PublishedProgramme[]> {
    const rows = await this.database.query<Omit<Row, 'source'>>(
      `${PUBLISHED.replace(', v.source', '')} WHERE v.status = 'published' ORDER BY pr.key`,
    );
    return Promise.all(rows.map(async (row) => ({ ...row, definition: await this.definition(row.version) })));
  }

  private async load(version: string): Promise<Programme> {
    const [row] = await this.database.query<Row>(`${PUBLISHED} WHERE v.id = $1`, [version]);
    if (row === undefined) throw new Error(`there is no version ${version} of a programme`);
    return read(row);
  }
}
