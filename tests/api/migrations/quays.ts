import { readFolder } from '../../../server/registry/folder.ts';
import { resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import type { PlanText } from '../../../server/contract/wire/publication.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { FileSweeper } from '../../../server/modules/files/file-sweeper.ts';
import { DueTimers } from '../../../server/modules/due-timers.ts';
import { Models, type RunningModel } from '../../../server/modules/models.ts';
import { Obligations } from '../../../server/modules/obligations.ts';
import { type FollowedWorkflow, RunningCases } from '../../../server/modules/running-cases.ts';
import type { DefinitionSource } from '../../../server/registry/source.ts';
import { OUTBOX_HANDLERS, type OutboxHandlers } from '../../../server/work/outbox-handlers.ts';
import { startWork, type Work } from '../../../server/work/start-work.ts';
import { type Harbour, harbour } from '../../support/harbour.ts';
import { anOrganisation } from '../../support/people.ts';
import { until } from '../work/hands.ts';

type Edit = (text: string) => string;

export interface Followed {
  publication: string;
  total: number;
}

interface Following {
  plans?: PlanText[];
  dates?: 'move' | 'keep';
  undoes?: string;
}

/** The harbour with forty quays, whose berth lists follow when its definitions are published anew. */
export interface Quays extends Harbour {
  running: RunningCases;
  /** Relay, queue and worker of one more process. */
  work: () => Promise<Work>;
  /** Publishes the harbour's definitions with a change of one of them, and lets running cases follow. */
  publish: (change: { file: string; edit: Edit }, more?: Following) => Promise<Followed>;
  /** Waits until nothing is pending. */
  settled: (followed: Followed) => Promise<void>;
}

const FOLDER = resolve(import.meta.dirname, '../../fixtures/programmes/harbour_log');

/** How many quays there are. */
export const QUAYS = 40;

const sourcesWith = async (file: string, edit: Edit): Promise<DefinitionSource[]> => {
  const { sources } = await readFolder(FOLDER);
  return sources.map((source) => {
    if (!source.file.endsWith(file)) return source;
    const text = edit(source.text);
    if (text === source.text) throw new Error(`nothing was changed in ${file}`);
    return { ...source, text };
  });
};

export const quays = async (now?: string): Promise<Quays> => {
  const system = await harbour({}, now);
  const get = <Service>(token: abstract new (...args: never[]) => Service): Service =>
    system.server.get<Service>(token, { strict: false });
  const { commission = '' } = system.organisations;
  for (let n = 2; n < QUAYS; n += 1)
    system.organisations[`quay${n}`] = await anOrganisation(system.sql, `quay${n}`, {
      parent: commission,
      kinds: ['quay'],
    });
  await get(Obligations).ensure();
  const [models, running] = [get(Models), get(RunningCases)];
  const started: Work[] = [];
  const versions = async (): Promise<Map<string, RunningModel>> =>
    new Map((await models.published(system.programme)).map((one) => [one.model.workflow.key, one]));
  return {
    ...system,
    running,
    work: async () => {
      const work = await startWork({
        place: { databaseUrl: system.databaseUrl, redisUrl: undefined },
        database: system.sql,
        timers: get(DueTimers),
        files: get(FileSweeper),
        handlers: system.server.get<OutboxHandlers>(OUTBOX_HANDLERS, { strict: false }),
      });
      started.push(work);
      return work;
    },
    publish: async ({ file, edit }, { plans = [], dates = 'move', undoes } = {}) => {
      const before = await versions();
      await get(PublishService).publish({ sources: await sourcesWith(file, edit) });
      const after = await versions();
      const workflows = [...after].flatMap(([key, version]): FollowedWorkflow[] => {
        const was = before.get(key);
        return was === undefined || was.versionId === version.versionId
          ? []
          : [{ programme: 'harbour_log', key, class: 'B', before: was, after: version }];
      });
      const publication = newId();
      const wanted = { publication, undoes: undoes ?? null, person: null, dates, plans, workflows };
      const { total } = await system.sql.transaction((sql) => running.follow(sql, wanted));
      return { publication, total };
    },
    settled: ({ publication }) =>
      until(async () => {
        const found = (await running.progress([publication])).get(publication);
        return found !== undefined && found.done + found.failed.length === found.total;
      }, 60),
    close: async () => {
      for (const work of started) await work.stop();
      await system.close();
    },
  };
};
