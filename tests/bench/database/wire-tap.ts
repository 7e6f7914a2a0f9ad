import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A statement as the server sent it, with the values in PostgreSQL's text form. */
export interface SentStatement {
  text: string;
  values: (string | null)[];
}

export interface WireTap {
  /** The database's address, by way of the tap. */
  url: string;
  /** What was sent while the work ran; one statement is one round trip. */
  during(work: () => Promise<unknown>): Promise<SentStatement[]>;
  close(): void;
}

/** Reads one message of a client after its length: zero-ended texts, numbers, values. */
class Reading {
  private at = 0;

  constructor(private readonly body: Buffer) {}

  text(): string {
    const end = this.body.indexOf(0, this.at);
    const text = this.body.toString('utf8', this.at, end);
    this.at = end + 1;
    return text;
  }

  count(): number {
    this.at += 2;
    return this.body.readInt16BE(this.at - 2);
  }

  value(): string | null {
    const length = this.body.readInt32BE(this.at);
    this.at += 4;
    if (length < 0) return null;
    this.at += length;
    return this.body.toString('utf8', this.at - length, this.at);
  }
}

/** What one connection's client says, in PostgreSQL's protocol 3: Parse, Bind and Query matter, the rest passes. */
class Listener {
  private readonly texts = new Map<string, string>();
  private received = Buffer.alloc(0);
  private hasStarted = false;

  constructor(private readonly heard: (statement: SentStatement) => void) {}

  take(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (;;) {
      const head = this.hasStarted ? 1 : 0;
      if (this.received.length < head + 4) return;
      const length = head + this.received.readInt32BE(head);
      if (this.received.length < length) return;
      if (this.hasStarted) this.message(this.received.toString('latin1', 0, 1), this.received.subarray(5, length));
      this.hasStarted = true;
      this.received = this.received.subarray(length);
    }
  }

  private message(kind: string, body: Buffer): void {
    const reading = new Reading(body);
    if (kind === 'Q') this.heard({ text: reading.text(), values: [] });
    if (kind === 'P') {
      const name = reading.text();
      this.texts.set(name, reading.text());
    }
    if (kind !== 'B') return;
    reading.text();
    const text = this.texts.get(reading.text()) ?? '';
    for (let formats = reading.count(); formats > 0; formats -= 1) reading.count();
    const values: (string | null)[] = [];
    for (let left = reading.count(); left > 0; left -= 1) values.push(reading.value());
    this.heard({ text, values });
  }
}

/** Stands between a server and its database, and notes what the server asks. */
export const tapWire = async (databaseUrl: string): Promise<WireTap> => {
  const target = new URL(databaseUrl);
  let notes: SentStatement[] | undefined;
  const sockets = new Set<Socket>();
  const tap = createServer((client) => {
    const database = connect({ host: target.hostname, port: Number(target.port), noDelay: true });
    const listener = new Listener((statement) => notes?.push(statement));
    client.on('data', (chunk: Buffer) => {
      listener.take(chunk);
    });
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.pipe(database).pipe(client);
  });
  await new Promise<void>((done) => tap.listen(0, '127.0.0.1', done));
  const { port } = tap.address() as AddressInfo;
  return {
    url: Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${port}` }).href,
    during: async (work) => {
      const noted: SentStatement[] = [];
      notes = noted;
      await work();
      notes = undefined;
      return noted;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      tap.close();
    },
  };
};
