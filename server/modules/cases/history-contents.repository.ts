import type { Sql } from '../../storage/database.ts';
import { saltedDigest, versionText } from './history-chain.ts';

/** Where what stands beside the chain is not what the chain vouches for. */
export interface BrokenContent {
  chain: string;
  seq: number;
  problem: 'text-changed' | 'version-changed' | 'version-missing';
}

interface Content {
  caseId: string;
  seq: number;
  textDigest: string | null;
  salt: string | null;
  comment: string | null;
  frozen: { n: number; digest: string; salt: string | null; data: unknown; gathered: unknown }[];
}

/** Lines that are read at once. */
const STRETCH = 500;

const NEXT = `
  SELECT e.case_id AS "caseId", e.seq, e.text_digest AS "textDigest", t.salt, t.comment,
         coalesce((SELECT json_agg(json_build_object('n', f.n, 'digest', f.digest, 'salt', s.salt, 'data', s.data, 'gathered', s.gathered))
                     FROM jsonb_to_recordset(e.payload -> 'frozen') AS f(n int, digest text)
                     LEFT JOIN submission s ON s.case_id = e.case_id AND s.n = f.n), '[]') AS frozen
    FROM event e LEFT JOIN event_text t ON t.case_id = e.case_id AND t.seq = e.seq
   WHERE (e.case_id, e.seq) > ($1::uuid, $2::int) AND (e.text_digest IS NOT NULL OR e.payload ? 'frozen')
   ORDER BY e.case_id, e.seq LIMIT $3`;

/** A text that is gone was erased, as it may be; a version that is gone was taken. */
const problemsOf = ({ textDigest, salt, comment, frozen }: Content): BrokenContent['problem'][] => {
  const isTextChanged = salt !== null && comment !== null && saltedDigest(salt, comment) !== textDigest;
  const versions = frozen.flatMap((version): BrokenContent['problem'][] => {
    if (version.salt === null) return ['version-missing'];
    return saltedDigest(version.salt, versionText(version.data, version.gathered)) === version.digest
      ? []
      : ['version-changed'];
  });
  return [...(isTextChanged ? ['text-changed' as const] : []), ...versions];
};

/** Compares texts and versions of every case with what its history vouches for. `sql` must see every row. */
export const brokenContents = async (sql: Sql): Promise<BrokenContent[]> => {
  const broken: BrokenContent[] = [];
  let last = { caseId: '00000000-0000-0000-0000-000000000000', seq: 0 };
  for (;;) {
    const contents = await sql.query<Content>(NEXT, [last.caseId, last.seq, STRETCH]);
    for (const content of contents) {
      const chain = `case:${content.caseId}`;
      broken.push(...problemsOf(content).map((problem) => ({ chain, seq: content.seq, problem })));
      last = content;
    }
    if (contents.length < STRETCH) return broken;
  }
};
