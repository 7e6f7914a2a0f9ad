/**
 * One supervisor a cluster. The lock is a listening socket, because the operating system frees it at the very moment its
 * process dies; whoever finds it taken asks over it who holds it.
 */
import { rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprint } from './place.mjs';

const addressOf = (place) => {
  const name = `formflow-postgres-${fingerprint(place)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
};

const listen = (address, describe) =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => undefined).end(JSON.stringify(describe())));
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve(server));
  });

const ask = (address) =>
  new Promise((resolve) => {
    let text = '';
    const socket = createConnection(address)
      .setEncoding('utf8')
      .on('data', (chunk) => (text += chunk))
      .on('error', (error) => resolve({ state: error.code === 'ECONNREFUSED' ? 'gone' : 'stopping' }))
      .on('end', () => resolve(text === '' ? { state: 'stopping' } : JSON.parse(text)));
    socket.setTimeout(2000, () => socket.destroy(new Error('no answer')));
  });

/**
 * Takes the lock of a cluster, waiting for a holder that is stopping. Gives undefined when it is taken, else the
 * description of the holder, which says that it keeps on running.
 */
export const takeLock = async (place, describe) => {
  const address = addressOf(place);
  const answersWanted = 5;
  const deadline = Date.now() + 60_000;
  for (let running = 0; ; await sleep(200)) {
    if ((await listen(address, describe)) !== undefined) return undefined;
    const holder = await ask(address);
    if (holder.state === 'gone' && !address.startsWith('\0')) rmSync(address, { force: true });
    // A holder whose parent was killed a moment ago says "running" until it notices.
    running = holder.state === 'running' ? running + 1 : 0;
    if (running === answersWanted || Date.now() > deadline) return holder;
  }
};
