import { Forward } from './forward.ts';

/** `sent_at` says that a row was handed to the queue; only `done_at` says that it was carried out, whatever became of the queue. */
export class Delivery1711065600010 extends Forward {
  name = 'Delivery1711065600010';

  statements = [
    `ALTER TABLE outbox ADD COLUMN done_at timestamptz`,
    `CREATE INDEX ix_outbox_sent_at ON outbox (sent_at) WHERE sent_at IS NOT NULL AND done_at IS NULL`,
    `CREATE INDEX ix_outbox_done_at ON outbox (done_at) WHERE done_at IS NOT NULL`,
  ];
}
