import { v7 as uuid } from 'uuid';
import type { OutboxEntry } from '../cases/case-changes.ts';
import type { Seen } from '../cases/command.service.ts';
import type { NoticeOrder } from '../outbox-topics.ts';

interface MatterTold {
  about: 'matter-opened' | 'matter-closed';
  kind: string;
  id: string;
  /** Who did it, and needs no notice of it; null for a stranger. */
  person: string | null;
}

/** Those who close are told that one was opened, those who open that one was answered. */
export const matterNotice = (seen: Seen, { about, kind, id, person }: MatterTold): OutboxEntry[] => {
  const rule = seen.running.model.workflow.matters?.[kind];
  const actors = about === 'matter-opened' ? rule?.close : rule?.by;
  if (actors === undefined || actors.length === 0) return [];
  const order: NoticeOrder = {
    case: seen.case.id,
    visit: seen.case.visit,
    n: seen.state.eventSeq + 1,
    template: `@${about}.${kind}`,
    about,
    actors,
    payload: { kind },
    at: seen.now,
    person,
  };
  return [{ id: uuid(), topic: 'notice', dedupKey: `${about}:${id}`, payload: { ...order } }];
};
