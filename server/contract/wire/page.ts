import { z } from 'zod';

/** What every list takes: a search text, a page number from 1, and rows a page (at most 200). */
export const PageQuery = z.object({
  q: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** One page of a list with the count of all rows that fit the filter. */
export interface Page<Row> {
  rows: Row[];
  total: number;
  page: number;
  size: number;
}
