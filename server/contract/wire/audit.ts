import { z } from 'zod';
import { DEFINITION_KINDS } from '../key.ts';
import { PageQuery } from './page.ts';

export const AuditQuery = PageQuery.extend({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  type: z.string().max(60).optional(),
  person: z.uuid().optional(),
  case: z.uuid().optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** One thing that a line is about, by what it is called now; `kind` where it is a definition. */
const AuditSubject = z.object({
  sort: z.enum(['person', 'organisation', 'programme', 'definition']),
  kind: z.enum(DEFINITION_KINDS).nullable(),
  key: z.string(),
  title: z.string(),
});

export const AuditRow = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  type: z.string(),
  person: z.string().nullable(),
  organisation: z.string().nullable(),
  subject: z.string().nullable(),
  /** What `subject` names, in words; empty where it names nothing that is kept. */
  subjects: z.array(AuditSubject),
  case: z.uuid().nullable(),
  result: z.enum(['done', 'refused']),
  detail: z.string().nullable(),
});
export type AuditRow = z.infer<typeof AuditRow>;

/** The result of recomputing every hash: which chains were read and where one breaks. */
export const IntegrityReport = z.object({
  checkedAt: z.iso.datetime(),
  cases: z.int(),
  events: z.int(),
  audit: z.int(),
  broken: z.array(z.object({ chain: z.string(), seq: z.int(), problem: z.string() })),
});
export type IntegrityReport = z.infer<typeof IntegrityReport>;

export const NoticeView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  title: z.string(),
  body: z.string(),
  case: z.uuid().nullable(),
  read: z.boolean(),
});
export type NoticeView = z.infer<typeof NoticeView>;
