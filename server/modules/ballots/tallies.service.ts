import { Injectable } from '@nestjs/common';
import type { PublicSeed } from '../../contract/wire/contest.ts';
import type { OrderCount, TallyResult, TallyView } from '../../contract/wire/contest-tally.ts';
import { revokedLine } from '../../engine/ballot/manifest.ts';
import { publish, type Published } from '../../engine/ballot/publish.ts';
import { amount } from '../../engine/ballot/ratio.ts';
import { zip } from '../../office/zip.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { BoxRepository } from './box.repository.ts';
import type { ElectionPlace } from './contest-actions.service.ts';
import { ContestEventsService } from './contest-events.service.ts';
import { CountSourcesService } from './count-sources.service.ts';
import { DIGESTS } from './digests.ts';
import { type Election, ElectionsRepository } from './elections.repository.ts';
import { JuryClosingService } from './jury-closing.service.ts';
import { sealedLines } from './sealing.ts';
import { SealedElections } from './sealed-elections.ts';
import { type Tally, TalliesRepository } from './tallies.repository.ts';

const notClosed = (): DomainError =>
  new DomainError('conflict', { zh: '投票尚未结束', en: 'The election is not closed yet' });

const noSeed = (): DomainError =>
  new DomainError('conflict', {
    zh: '请先登记公开抽取的种子',
    en: 'Draw the public half of the seed first',
  });

const seedDrawn = (): DomainError =>
  new DomainError('conflict', { zh: '公开种子只能在投票结束后登记一次', en: 'The seed is drawn once, after closing' });

const viewOf = ({ n, at, by, result }: Tally): TallyView => ({
  n,
  at: at.toISOString(),
  by,
  result: JSON.parse(result) as TallyResult,
});

/** Counts elections, again where it is wanted, and hands out what proves a count. */
@Injectable()
export class TalliesService {
  /** Everybody looks at the same count for days; it is made once. */
  private lastFiles: { count: string; files: Map<string, string> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly elections: ElectionsRepository,
    private readonly sealed: SealedElections,
    private readonly box: BoxRepository,
    private readonly tallies: TalliesRepository,
    private readonly events: ContestEventsService,
    private readonly sources: CountSourcesService,
    private readonly juries: JuryClosingService,
  ) {}

  /** The secret half of the seed is told only after this, with the count. */
  async drawSeed(place: ElectionPlace, { seed }: PublicSeed): Promise<void> {
    const { id } = await this.closed(place);
    if (!(await this.elections.setPublicSeed(id, seed))) throw seedDrawn();
  }

  async count(who: Identity, place: ElectionPlace, order: OrderCount): Promise<TallyView> {
    const election = await this.closed(place);
    // What judges gave is read before: their case is locked by nobody who counts.
    const given = await this.sources.complete(this.database, election.id, order);
    await this.database.transaction(async (sql) => {
      await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('vote-tally:' || $1, 0))`, [election.id]);
      const { resultText, result } = await this.published(sql, election, given);
      await this.tallies.add(sql, election.id, { given, result: resultText, person: who.person.id });
      await this.events.counted(sql, election.id, result.status);
    });
    const tally = await this.tallies.last(election.id);
    if (tally === undefined) throw new Error('a count went missing');
    return viewOf(tally);
  }

  async all(place: ElectionPlace): Promise<TallyView[]> {
    const { id } = await this.closed(place);
    return (await this.tallies.all(id)).map(viewOf);
  }

  /** The files of the last count's bundle; the same bytes whenever they are asked for. */
  async files(id: string): Promise<Map<string, string>> {
    const election = await this.elections.find(id);
    const tally = await this.tallies.last(id);
    if (election === undefined || tally === undefined) throw new DomainError('not-found');
    const count = `${id} ${String(tally.n)}`;
    if (this.lastFiles?.count !== count)
      this.lastFiles = {
        count,
        files: (await this.database.transaction((sql) => this.published(sql, election, tally.given))).files,
      };
    return this.lastFiles.files;
  }

  async bundle(id: string): Promise<Buffer> {
    return zip([...(await this.files(id))].map(([name, content]) => ({ name, content: Buffer.from(content) })));
  }

  private async closed({ programme, election: id }: ElectionPlace): Promise<Election> {
    await this.juries.close(id);
    const election = await this.elections.find(id);
    if (election?.programme !== programme) throw new DomainError('not-found');
    const isEmptied = !(await this.box.dueToClose()).includes(id);
    if (!['closed', 'certified'].includes(election.status) || !isEmptied) throw notClosed();
    return election;
  }

  private async published(sql: Sql, { id, publicSeed, extendedTo }: Election, given: OrderCount): Promise<Published> {
    const sealed = await this.sealed.find(id);
    if (sealed === undefined) throw notClosed();
    if (publicSeed === null) throw noSeed();
    const credentials = await this.elections.credentials(sql, id);
    const { tieSeed } = await this.elections.secrets(sql, id);
    const revoked = credentials.filter(({ isRevoked }) => isRevoked);
    return publish(DIGESTS, sealed.sign, {
      manifest: sealed.manifest,
      head0: sealed.head0,
      credentials: sealedLines(credentials),
      ...(await this.box.revealed(sql, id)),
      revoked: revoked.map(({ cc, replacedBy }) => revokedLine(cc, replacedBy)),
      checkpoints: await this.box.checkpoints(id, 0),
      extendedTo: extendedTo?.toISOString() ?? null,
      seed: { secretSeed: tieSeed, publicSeed },
      sources: new Map(Object.entries(given.sources).map(([name, values]) => [name, valuesOf(values)])),
      withdrawn: given.withdrawn,
      decisions: given.decisions,
    });
  }
}

const valuesOf = (values: Readonly<Record<string, string>>) =>
  new Map(Object.entries(values).map(([entry, text]) => [entry, amount(text)]));
