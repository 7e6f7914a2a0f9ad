import { Forward } from './forward.ts';

/**
 * Pictures that the public sees: made anew from what was uploaded, in two sizes, never the upload itself. Beside an
 * upload stands whether it was declared fit to be shown; null where its field asks for no declaration.
 */
export class Pictures1711065600050 extends Forward {
  name = 'Pictures1711065600050';

  statements = [
    `ALTER TABLE attachment ADD COLUMN declared boolean`,
    `
  CREATE TABLE vote_picture (
    original text NOT NULL,
    sha256 text NOT NULL,
    large bytea NOT NULL,
    small bytea NOT NULL,
    CONSTRAINT pk_vote_picture PRIMARY KEY (original),
    CONSTRAINT ck_vote_picture_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$')
  )`,
    `CREATE INDEX ix_vote_picture_sha256 ON vote_picture (sha256)`,
    `GRANT SELECT, INSERT ON vote_picture TO formflow_app`,
  ];
}
