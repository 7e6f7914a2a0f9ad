import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  status: number;
  body: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * A connection that is kept alive and asks one thing after the other. It does just what is needed, because who asks
 * shares the processors with who answers.
 */
export class Connection {
  private readonly socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private waiting: { done: (answer: HttpAnswer) => void; fail: (error: Error) => void } | undefined;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on('data', (chunk: Buffer) => {
      this.take(chunk);
    });
    this.socket.on('error', (error) => this.waiting?.fail(error));
    this.socket.on('close', () => this.waiting?.fail(new Error('the server closed the connection')));
  }

  /** `head` is the request line and the headers, without length and without the empty line after them. */
  ask(head: string, body = ''): Promise<HttpAnswer> {
    return new Promise((done, fail) => {
      this.waiting = { done, fail };
      this.socket.write(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) {
      this.waiting?.fail(new Error(`an answer without a length: ${head}`));
      return;
    }
    const from = end + HEAD_END.length;
    if (this.received.length < from + length) return;
    const body = this.received.toString('utf8', from, from + length);
    this.received = this.received.subarray(from + length);
    const { done } = this.waiting ?? {};
    this.waiting = undefined;
    done?.({ status: Number(head.slice(9, 12)), body });
  }
}
