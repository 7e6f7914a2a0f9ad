import fastify, { type FastifyInstance } from 'fastify';
import { codeCommitment } from '../../../server/engine/ballot/commitment.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { openPool } from '../../../server/storage/pool.ts';
import { ELECTION } from './election.ts';

interface Ballot {
  code: string;
  nonce: string;
  choice: string[];
  tracker: string;
}

const BODY = {
  type: 'object',
  required: ['code', 'nonce', 'choice', 'tracker'],
  properties: {
    code: { type: 'string' },
    nonce: { type: 'string' },
    tracker: { type: 'string' },
    choice: { type: 'array', items: { type: 'string' } },
  },
};

/** What casting is measured against: Fastify and pg alone, sending the two statements that the product sends for a ballot. */
export const bareBox = async (databaseUrl: string, connections: number): Promise<FastifyInstance> => {
  const pool = openPool(databaseUrl, { connections });
  const server = fastify();
  server.post<{ Body: Ballot }>('/api/elections/bench/ballots', { schema: { body: BODY } }, async (request, reply) => {
    const { code, nonce, choice, tracker } = request.body;
    const commitment = codeCommitment(DIGESTS, ELECTION, code);
    const text = 'SELECT vote_cast($1, $2, $3, $4, $5::text[]) AS outcome';
    const values = [ELECTION, commitment, tracker, nonce, choice];
    const { rows } = await pool.query<{ outcome: string }>({ name: 'cast', text, values });
    if (rows[0]?.outcome !== 'recorded') return reply.status(409).send({});
    await pool.query('SELECT batch FROM vote_credential WHERE election_id = $1 AND cc = $2', [ELECTION, commitment]);
    return { state: 'recorded', tracker };
  });
  server.addHook('onClose', () => pool.end());
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server;
};
