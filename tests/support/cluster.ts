import { createConnection } from 'node:net';

type Report = { formflow: 'ready'; url: string } | { en: string };

const ask = (socket: string): Promise<string> =>
  new Promise((done, fail) => {
    let answer = '';
    createConnection(socket)
      .setEncoding('utf8')
      .on('data', (chunk: string) => (answer += chunk))
      .on('error', fail)
      .on('end', () => {
        done(answer);
      });
  });

/** The address of the PostgreSQL of this run of the tests, as its superuser; starts it for the first who asks. */
export const clusterUrl = async (): Promise<string> => {
  const socket = process.env['TEST_CLUSTER_SOCKET'];
  if (socket === undefined)
    throw new Error('Run the tests by npm test, or npx jest: the database is started by their setup.');
  const report = JSON.parse(await ask(socket)) as Report;
  if ('url' in report) return report.url;
  throw new Error(`The PostgreSQL of the tests did not start: ${report.en}`);
};
