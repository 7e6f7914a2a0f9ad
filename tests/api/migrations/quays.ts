import { readFolder } from '../../../server/registry/folder.ts';
import { resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import type { PlanText } from '../../../server/contract/wire/publication.ts';
import { DefinitionsRepository } from '../../../server/modules/definitions/definitions.repository.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { VersionWriter } from '../../../server/modules/definitions/version-writer.ts';
import { FileSweeper } from '../../../server/modules/files/file-sweeper.ts';
import { DueTimers } from '../../../server/modules/due-timers.ts';
import { Models, type RunningModel } from '../../../server/modules/models.ts';
import { Obligations } from '../../../server/modules/obligations.ts';
import { type ChangedWorkflow, type FollowedWorkflow, RunningCases } from '../../../server/modules/running-cases.ts';
import type { DefinitionSource } from '../../../server/registry/source.ts';
import { OUTBOX_HANDLERS, type OutboxHandlers } from '../../../server/work/outbox-handlers.ts';
import { startWork, type Work } from '../../../server/work/start-work.ts';
import { type Harbour, harbour, send } from '../../support/harbour.ts';
import { aPerson, anOrganisation } from '../../support/people.ts';
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

/** As PlanText wants it. */
export const planOf = (lines: string): PlanText => ({
  workflow: 'berth_list',
  text: `apiVersion: formflow/v1\nkind: Migration\nkey: carried\nworkflow: berth_list\n${lines}\n`,
});

/** The harbour with forty quays, whose berth lists follow when its definitions are published anew. */
export interface Quays extends Harbour {
  running: RunningCases;
  /** Relay, queue and worker of one more process. */
  work: () => Promise<Work>;
  /** The berth list as it would be with a change, not published. */
  changed: (change: { file: string; edit: Edit }) => Promise<ChangedWorkflow>;
  /** Publishes the harbour's definitions with a change of one of them, and lets running cases follow. */
  publish: (change: { file: string; edit: Edit }, more?: Following) => Promise<Followed>;
  /** Signs somebody in who is clerk of every quay, and lets her send all berth lists; answers the cases by quay. */
  sendAll: () => Promise<Map<string, string>>;
  /** Where the berth lists stand, and how many in each state. */
  states: () => Promise<Record<string, number>>;
  /** Types of the lines in a case's history. */
  lines: (caseId: string) => Promise<string[]>;
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
    changed: async ({ file, edit }) => {
      const { shelf } = await get(PublishService).plan({ sources: await sourcesWith(file, edit) });
      const [before, after] = [(await versions()).get('berth_list'), shelf.models.get('harbour_log/berth_list')];
      if (before === undefined || after === undefined) throw new Error('the change cannot be read');
      return { programme: 'harbour_log', key: 'berth_list', class: 'D', before, after };
    },
    publish: async ({ file, edit }, { plans = [], dates = 'move', undoes } = {}) => {
      const before = await versions();
      const published = await get(DefinitionsRepository).publishedTexts();
      const { changes } = await get(PublishService).plan({ sources: await sourcesWith(file, edit) });
      const given = { changes, published, person: null, note: null };
      await system.sql.transaction((sql) => get(VersionWriter).write(sql, given));
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
    sendAll: async () => {
      const roles = Object.entries(system.organisations).flatMap(([code, organisation]) =>
        code === 'commission' ? [] : [{ role: 'clerk', programme: system.programme, organisation }],
      );
      await aPerson(system.sql, 'zoe', roles);
      const zoe = await system.as('zoe');
      const cases = new Map<string, string>();
      for (const code of Object.keys(system.organisations).filter((one) => one !== 'commission')) {
        const id = await system.caseOf({ workflow: 'berth_list', organisation: code });
        await send(zoe, id);
        cases.set(code, id);
      }
      return cases;
    },
    states: async () => {
      const rows = await system.rows<{ state: string; n: number }>(
        `SELECT c.state, count(*)::int AS n FROM case_ c JOIN definition d ON d.id = c.workflow_id AND d.key = 'berth_list'
          WHERE ENTERED GROUP BY 1 ORDER BY 1`,
      );
      return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
    },
    lines: async (caseId) =>
      (
        await system.rows<{ type: string }>(
          `SELECT e.type FROM event e WHERE ENTERED AND e.case_id = $7 ORDER BY e.seq`,
          [caseId],
        )
      ).map(({ type }) => type),
    settled: ({ publication }) =>
      until(async () => {
        const found = (await running.progress([publication])).get(publication);
        return found?.total === (found?.done ?? 0) + (found?.failed.length ?? 0);
      }, 60),
    close: async () => {
      for (const work of started) await work.stop();
      await system.close();
    },
  };
};
